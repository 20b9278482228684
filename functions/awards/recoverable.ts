import { awardSoFar } from '../../shared/awards/award-so-far.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { evaluateReport } from '../../shared/rules/evaluate-report.ts';
import { obligationOf } from '../../shared/workflow/award/schedule.ts';
import type { StateOf } from '../../shared/workflow/state.ts';
import type { StoredReport } from '../persistence/report.ts';
import { approvalIn } from './approval.ts';

type Breach = NonNullable<StateOf<'approved'>['breach']>;

/**
 * Fen that the rule of the breached obligation asks back, by the last report on it, reckoned to the day on which
 * the breach was found: what happens while it could be mended changes nothing.
 */
export function recoverableFor(
  programme: Programme,
  state: StateOf<'approved'>,
  breach: Breach,
  events: readonly JournalEvent[],
  reports: readonly StoredReport[],
): number {
  const obligation = obligationOf(programme, breach.obligation);
  const found = events.findLast(({ type }) => type === 'breach-recorded');
  if (found === undefined) throw new Error(`${state.caseId} has a breach nobody recorded`);
  const on = dateInShanghai(found.at);
  const last = reports.findLast((report) => report.obligation === breach.obligation);
  return evaluateReport(
    programme,
    obligation,
    approvalIn(events).evaluation,
    last?.answers ?? {},
    awardSoFar(state, obligation, on),
    on,
  ).recovery;
}
