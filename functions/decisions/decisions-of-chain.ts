import { competentOffice } from '../../shared/decisions/competent-office.ts';
import { type Decision, decisionOf } from '../../shared/decisions/decision.ts';
import type { FindingFacts } from '../../shared/decisions/findings.ts';
import { Waiting } from '../../shared/decisions/waiting.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { type CaseEvent, CaseEventSchema } from '../../shared/workflow/event.ts';
import { evolve } from '../../shared/workflow/evolve.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import type { System } from '../system.ts';

/** A decision of a case, with all that is known of it but what other cases say. */
export type CaseDecision = {
  readonly decision: Decision;
  readonly facts: Omit<FindingFacts, 'approvedBefore'>;
};

export type CaseDecisions = {
  readonly decisions: readonly CaseDecision[];
  /** How many of the events could be understood: where one cannot, nothing behind it can be told either. */
  readonly understood: number;
};

/** The decisions of a case, told again from its events, as far as they can be understood. */
export async function decisionsOfChain(
  events: readonly JournalEvent[],
  { calendarAt, programmes }: Pick<System, 'calendarAt' | 'programmes'>,
): Promise<CaseDecisions> {
  const decisions: CaseDecision[] = [];
  const waiting = new Waiting();
  let state: CaseState | undefined;
  for (const [understood, record] of events.entries()) {
    const parsed = CaseEventSchema.safeParse({ type: record.type, data: record.data });
    const next = parsed.success ? stateAfter(state, parsed.data, record) : undefined;
    if (!parsed.success || next === undefined) return { decisions, understood };
    const event = parsed.data;
    const decision = state && decisionOf(record, event, state, await calendarAt(record.at));
    if (state && decision) {
      const { id, version } = state.programme;
      const programme = (await programmes.version(id, version))?.programme;
      const facts = {
        event,
        decision,
        before: state,
        minutesWaited: waiting.minutesBefore(event, record.at),
        byItself: record.actor.roles.includes('system'),
        actorOffice: record.actor.office,
        competentOffice: competentOffice(event, state, programme, record.actor),
      };
      decisions.push({ decision, facts });
    }
    waiting.add(event, record.at, placeIn(next) !== placeIn(state));
    state = next;
  }
  return { decisions, understood: events.length };
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
