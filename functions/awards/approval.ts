import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { type CaseEvent, CaseEventSchema } from '../../shared/workflow/event.ts';

/** A journal event of a case, typed by its type. */
export const caseEventOf = ({ type, data }: Pick<JournalEvent, 'type' | 'data'>): CaseEvent =>
  CaseEventSchema.parse({ type, data });

/** The approval an award rests on: the last one of the case. Throws when it was never approved. */
export function approvalIn(events: readonly JournalEvent[]): CaseEvent<'application-approved'>['data'] {
  const last = events.findLast(({ type }) => type === 'application-approved');
  const event = last && caseEventOf(last);
  if (event?.type !== 'application-approved') throw new Error('the case was never approved');
  return event.data;
}
