import { isObject } from '../../shared/forms/value-shape.ts';
import { type ChainHead, checkContent, checkLink } from '../../shared/ledger/case-chain.ts';
import { digestOf } from '../../shared/ledger/digest.ts';
import { type Fault, fault, type Place } from '../../shared/ledger/faults.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { LogEntry } from '../../shared/ledger/log-entry.ts';
import { readableEvent } from '../persistence/journal.ts';
import { journalKey, reportKey, revisionKey } from '../persistence/keys.ts';
import { reportOf } from '../persistence/report.ts';
import { revisionOf } from '../persistence/revision.ts';
import { sha256 } from '../persistence/sha256.ts';
import { type RawItem, readItems, type Tables } from '../persistence/tables.ts';

/** The journal's events at these places, as they are now; nothing where none can be read. */
export async function readEventsAt(
  tables: Tables,
  places: readonly Pick<LogEntry, 'caseId' | 'seq'>[],
): Promise<readonly (JournalEvent | undefined)[]> {
  const keys = places.map(({ caseId, seq }) => journalKey(caseId, seq));
  const items = new Map((await readItems(tables, keys)).map((item) => [`${item.pk} ${item.seq}`, item]));
  return keys.map(({ pk, seq }) => {
    const item = items.get(`${pk} ${seq}`);
    return item && readableEvent(item);
  });
}

/** What is wrong with an event that the log has sealed, by itself: gone, altered or replaced. */
export function checkStored(
  entry: LogEntry,
  event: JournalEvent | undefined,
  index: number,
): Fault | undefined {
  const place: Place = { caseId: entry.caseId, seq: entry.seq, index };
  if (!event) return fault('removed', {}, place);
  const altered = checkContent(event, place, sha256);
  if (altered) return altered;
  return event.hash === entry.hash ? undefined : fault('not-in-log', {}, place);
}

/** The same, and whether it is behind another one than its predecessor in the log. */
export function checkSealed(
  entry: LogEntry,
  event: JournalEvent | undefined,
  before: ChainHead | undefined,
  index: number,
): Fault | undefined {
  const place: Place = { caseId: entry.caseId, seq: entry.seq, index };
  return checkStored(entry, event, index) ?? (event && checkLink(event, before, place));
}

/** The forms that events name by number and digest. */
const formKinds = [
  {
    kind: 'revision',
    key: revisionKey,
    digest: (item: RawItem) => digestOf('revision', revisionOf(item).answers, sha256),
  },
  {
    kind: 'report',
    key: reportKey,
    digest: (item: RawItem) => digestOf('report', reportOf(item).answers, sha256),
  },
] as const;

/** What became of the forms and reports that events name by digest. */
export async function checkForms(tables: Tables, events: readonly JournalEvent[]): Promise<readonly Fault[]> {
  const named = events.flatMap(({ caseId, seq, data }) =>
    formKinds.flatMap(({ kind, key, digest }) => {
      const form = data[kind];
      return isObject(form) && typeof form.number === 'number'
        ? [{ caseId, seq, named: form.digest, key: key(caseId, form.number), digest }]
        : [];
    }),
  );
  const items = await readItems(
    tables,
    named.map(({ key }) => key),
  );
  const found = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  return named.flatMap(({ caseId, seq, named: expected, key, digest }) => {
    const form = digestOfForm(found.get(`${key.pk} ${key.sk}`), digest);
    if (form === expected) return [];
    return [fault(form === undefined ? 'form-missing' : 'form-altered', {}, { caseId, seq })];
  });
}

/** Nothing where the item is gone or was spoiled so that it can no longer be unpacked. */
function digestOfForm(item: RawItem | undefined, digest: (item: RawItem) => string): string | undefined {
  if (!item) return undefined;
  try {
    return digest(item);
  } catch {
    return undefined;
  }
}
