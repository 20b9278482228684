import { type Decision, decisionOf } from '../../shared/decisions/decision.ts';
import type { FindingFacts } from '../../shared/decisions/findings.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { type CaseEvent, CaseEventSchema } from '../../shared/workflow/event.ts';
import { evolve } from '../../shared/workflow/evolve.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import type { CalendarAt } from '../persistence/calendar-shelf.ts';

/** A decision of a case, with all that is known of it but what other cases say. */
export type CaseDecision = {
  readonly decision: Decision;
  readonly facts: Omit<FindingFacts, 'approvedBefore'>;
};

/**
 * The decisions of a case, told again from its events. Where the chain is broken it ends: what lies behind cannot
 * be understood, and the proofs say what happened to it.
 */
export async function decisionsOfChain(
  events: readonly JournalEvent[],
  calendarAt: CalendarAt,
): Promise<readonly CaseDecision[]> {
  const decisions: CaseDecision[] = [];
  let state: CaseState | undefined;
  let arrivedAt = '';
  for (const record of events) {
    const parsed = CaseEventSchema.safeParse({ type: record.type, data: record.data });
    const next = parsed.success ? stateAfter(state, parsed.data, record) : undefined;
    if (!parsed.success || next === undefined) break;
    const event = parsed.data;
    const decision = state && decisionOf(record, event, state, await calendarAt(record.at));
    if (state && decision) {
      const byItself = record.actor.roles.includes('system');
      const facts = { event, decision, before: state, arrivedAt, byItself, actorOffice: record.actor.office };
      decisions.push({ decision, facts });
    }
    if (placeIn(next) !== placeIn(state)) arrivedAt = record.at;
    state = next;
  }
  return decisions;
}

function stateAfter(
  state: CaseState | undefined,
  event: CaseEvent,
  { caseId, seq, at, actor }: JournalEvent,
): CaseState | undefined {
  try {
    return evolve(state, event, { caseId, seq, at, actor: actor.id });
  } catch {
    return undefined;
  }
}

/** A case arrives somewhere when its status or its stage changes: also when it comes back from a correction. */
const placeIn = (state: CaseState | undefined): string =>
  state === undefined ? '' : `${state.status} ${'stage' in state ? state.stage : ''}`;
