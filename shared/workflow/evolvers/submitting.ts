import type { Evolver } from '../evolver.ts';

export const applicationSubmitted: Evolver<'application-submitted'> = (state, data, { caseId, at }) => {
  if (state !== undefined) throw new Error(`${caseId} was submitted before`);
  const { programme, applicant, filedBy, town, enterprise, site, routing, revision, evaluation, next } = data;
  const { owed } = data;
  return {
    status: 'under-review',
    caseId,
    version: 1,
    programme: { id: programme.id, version: programme.version },
    applicant,
    ...(filedBy !== undefined && { filedBy }),
    town,
    enterprise,
    site,
    ...(routing && { routing }),
    submittedAt: at,
    revision: revision.number,
    corrections: 0,
    participants: [],
    computed: evaluation.amount,
    ...(owed.length > 0 && { owed }),
    ...next,
  };
};
