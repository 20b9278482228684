import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { jobFiguresOf } from '../../shared/employees/job-figures.ts';
import type { AwardRecord } from '../../shared/outcomes/outcome.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { StateOf } from '../../shared/workflow/state.ts';
import { approvalIn, caseEventOf } from '../awards/approval.ts';
import { type TownAward, townAwards } from '../awards/town-awards.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { readChain } from '../persistence/journal.ts';
import { readReports } from '../persistence/report.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';

/**
 * Everything the awards of a town brought and cost, read from the journal and the reports themselves: a figure
 * that is printed is a figure that is sealed.
 */
export async function awardRecordsOf(
  system: System,
  town: string,
  programme?: string,
): Promise<readonly AwardRecord[]> {
  const awards = await townAwards(system, town);
  const wanted = awards.filter(({ state }) => programme === undefined || state.programme.id === programme);
  return concurrently(wanted, (award) => recordOf(system, award));
}

async function recordOf(system: System, { state, enterpriseName }: TownAward): Promise<AwardRecord> {
  const { tables } = system;
  const { caseId, enterprise, site, town } = state;
  const { programme } = await pinnedProgramme(system, state.programme);
  const [journalled, reports, revision] = await Promise.all([
    readChain(tables, caseId),
    readReports(tables, caseId),
    readRevision(tables, caseId, state.revision),
  ]);
  const events = journalled.map((event) => ({ ...caseEventOf(event), on: dateInShanghai(event.at) }));
  const filed = jobFiguresOf(programme.form, revision.answers);
  const place = revision.answers[programme.keys.site];
  const promised = programme.keys.plannedJobs && revision.answers[programme.keys.plannedJobs];
  const ended = events.find(
    ({ type, data }) => type === 'recovery-opened' && 'terminates' in data && data.terminates,
  );
  return {
    enterprise,
    enterpriseName,
    site,
    place: typeof place === 'string' ? place : '',
    town,
    ...(typeof promised === 'number' && { promisedJobs: promised }),
    payments: events.flatMap((event) =>
      event.type === 'payment-made'
        ? [{ on: event.data.paidOn, amount: event.data.amount }]
        : event.type === 'payment-sent-back'
          ? [{ on: event.data.returnedOn, amount: -event.data.amount }]
          : [],
    ),
    repayments: events.flatMap((event) =>
      event.type === 'repayment-recorded' ? [{ on: event.data.receivedOn, amount: event.data.amount }] : [],
    ),
    ...leaseOf(state, approvalIn(journalled).grant.premises?.months, ended?.on),
    statements: [
      ...(filed ? [{ on: dateInShanghai(revision.at), figures: filed }] : []),
      ...reports.flatMap((report) => {
        const form = formOf(programme, report.obligation);
        const figures = form && jobFiguresOf(form, report.answers);
        return figures ? [{ on: dateInShanghai(report.at), figures }] : [];
      }),
    ],
  };
}

const formOf = ({ obligations }: Programme, id: string) =>
  obligations.find((obligation) => obligation.id === id)?.form;

function leaseOf(
  { lease, amount }: StateOf<'approved'>,
  months: number | undefined,
  endedOn: string | undefined,
): Pick<AwardRecord, 'lease'> {
  if (lease === undefined || months === undefined) return {};
  const over = [lease.to, ...(endedOn === undefined ? [] : [endedOn])].toSorted()[0];
  return { lease: { from: lease.from, months, value: amount, ...(over !== undefined && { endedOn: over }) } };
}
