import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { caseEventOf } from './approval.ts';

/** Ids of the documents that were handed in with reports, by the events that name them. */
export const reportedDocuments = (events: readonly JournalEvent[]): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ type }) => type === 'report-submitted')
      .map(caseEventOf)
      .flatMap((event) => (event.type === 'report-submitted' ? event.data.report.documents : []))
      .map(({ id }) => id),
  );
