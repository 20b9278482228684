import { decisionsOfChain } from '../../functions/decisions/decisions-of-chain.ts';
import { findingsOf } from '../../shared/decisions/findings.ts';
import { type JournalEvent, noPredecessor } from '../../shared/ledger/journal-event.ts';
import { JsonObjectSchema } from '../../shared/ledger/json-value.ts';
import { type CaseDesk, calendar, people } from './case-desk.ts';

export type Change = Partial<Pick<JournalEvent, 'actor' | 'at' | 'data'>>;

const byId = new Map(Object.values(people).map((one) => [one.id, one]));
export const actorOf = (id: string): JournalEvent['actor'] => {
  const { roles, office } = byId.get(id)!;
  return { id, roles, ...(office !== undefined && { office }) };
};

/** The case on the desk as the journal would hold it; `change` tells of events that somebody meddled with. */
export const chainOf = (
  { journal }: CaseDesk,
  change: (type: string, last: boolean) => Change = () => ({}),
): JournalEvent[] =>
  journal.map(({ caseId, seq, at, actor, event }) => ({
    caseId,
    seq,
    type: event.type,
    at,
    actor: actorOf(actor),
    commandId: `${seq}`,
    data: JsonObjectSchema.parse(JSON.parse(JSON.stringify(event.data))),
    previous: noPredecessor,
    hash: noPredecessor,
    ...change(event.type, seq === journal.length),
  }));

/** The decisions of the case on this desk, with what there is to find about each. */
export async function decisionsIn(
  { programme }: Pick<CaseDesk, 'programme'>,
  events: readonly JournalEvent[],
  approvedBefore: readonly string[] = [],
) {
  const published = { programme, hash: '', publishedAt: '', publishedBy: '' };
  const { decisions, understood } = await decisionsOfChain(events, {
    calendarAt: async () => calendar,
    programmes: { version: async () => published, entry: async () => undefined, entries: async () => [] },
  });
  const found = decisions.map(({ decision, facts }) => ({
    decision,
    findings: findingsOf({ ...facts, approvedBefore: new Set(approvedBefore) }),
  }));
  return { decisions: found, understood };
}
