import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { CaseEventSchema } from '../../shared/workflow/event.ts';

/** What became of an objection. */
export type ObjectionAnswer =
  | { state: 'open' }
  | { state: 'dismissed' | 'upheld'; findings: string; answeredAt: string };

/** The answers to the objections of a case by their number, as its events say. */
export function objectionAnswers(events: readonly JournalEvent[]): (number: number) => ObjectionAnswer {
  const answers = new Map<number, ObjectionAnswer>();
  for (const { type, data, at } of events) {
    const event = CaseEventSchema.parse({ type, data });
    if (event.type !== 'objection-dismissed' && event.type !== 'objection-upheld') continue;
    const { objection, findings } = event.data;
    const state = event.type === 'objection-upheld' ? 'upheld' : 'dismissed';
    answers.set(objection, { state, findings, answeredAt: at });
  }
  return (number) => answers.get(number) ?? { state: 'open' };
}
