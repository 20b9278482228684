import type { Programme } from '../../programme.ts';

type Keys = Programme['keys'];

/** The answers of the common applicant block that the workflow needs, and the programme's own job figures. */
export const keysOfApplicant = (jobs: Pick<Keys, 'plannedJobs' | 'plannedPoorJobs'> = {}): Keys => ({
  town: 'town',
  site: 'site',
  enterpriseName: 'enterpriseName',
  creditCode: 'creditCode',
  legalRepresentativeId: 'legalRepresentativeId',
  industry: 'industry',
  ...jobs,
});
