import { type Fault, fault } from '../../shared/ledger/faults.ts';
import { entryOf, type LogEntry } from '../../shared/ledger/log-entry.ts';
import { readableEvent } from '../persistence/journal.ts';
import { type EventPlace, type IndexedPlace, placeNamed } from '../persistence/journal-places.ts';
import { journalKey } from '../persistence/keys.ts';
import { type RawItem, readItems, type Tables } from '../persistence/tables.ts';
import type { KnownSeals } from './known-seals.ts';

type Unsealed = { readonly entries: readonly LogEntry[]; readonly faults: readonly Fault[] };

/**
 * Those of the places that the log does not hold, with predecessors that the index does not show yet; every chain in
 * its own order. What is `taken` is passed over, and what is found is added to it. What the events say is not looked
 * at: the log keeps what was written, and whoever reads the entries afterwards compares (seal-and-index.ts).
 */
export async function unsealedAmong(
  tables: Tables,
  places: readonly IndexedPlace[],
  seals: KnownSeals,
  taken: Set<string>,
): Promise<Unsealed> {
  await seals.learn(places);
  const fresh = places.filter((place) => !seals.has(place) && !taken.has(placeNamed(place)));
  if (fresh.length === 0) return { entries: [], faults: [] };

  const overtaken = await overtakenAmong(seals, fresh);
  const timely = fresh.filter((place) => !overtaken.has(placeNamed(place)));
  const [items, missed] = await Promise.all([
    itemsByPlace(
      tables,
      timely.filter(({ hash }) => hash === undefined),
    ),
    predecessorsOf(tables, seals, timely, taken),
  ]);

  const entries: LogEntry[] = [];
  const faults: Fault[] = [
    ...fresh
      .filter((place) => overtaken.has(placeNamed(place)))
      .map((place) => fault('sealed-out-of-order', {}, placeOf(place))),
    ...missed.absent.map((place) => fault('event-missing', { expected: place.seq }, placeOf(place))),
  ];
  for (const place of inChainOrder([...missed.places, ...timely])) {
    const name = placeNamed(place);
    taken.add(name);
    const entry = indexedEntry(place) ?? storedEntry(place, items.get(name) ?? missed.items.get(name));
    if ('hash' in entry) entries.push(entry);
    else faults.push(entry);
  }
  return { entries, faults };
}

const indexedEntry = ({
  caseId,
  seq,
  hash,
}: EventPlace & { readonly hash?: string }): LogEntry | undefined =>
  hash === undefined ? undefined : { caseId, seq, hash };

/** What the journal itself has at a place of which the index does not tell the hash. */
function storedEntry(place: EventPlace, item: RawItem | undefined): LogEntry | Fault {
  const event = item && readableEvent(item);
  if (event?.caseId === place.caseId && event.seq === place.seq) return entryOf(event);
  return fault(item ? 'malformed' : 'event-missing', { where: '/', expected: place.seq }, placeOf(place));
}

const placeOf = ({ caseId, seq }: EventPlace): EventPlace => ({ caseId, seq });
const before = ({ caseId, seq }: EventPlace): EventPlace => ({ caseId, seq: seq - 1 });
const after = ({ caseId, seq }: EventPlace): EventPlace => ({ caseId, seq: seq + 1 });

async function itemsByPlace(
  tables: Tables,
  places: readonly EventPlace[],
): Promise<ReadonlyMap<string, RawItem>> {
  const items = await readItems(
    tables,
    places.map(({ caseId, seq }) => journalKey(caseId, seq)),
  );
  const byKey = new Map(items.map((item) => [`${item.pk} ${item.seq}`, item]));
  return new Map(
    places.flatMap((place) => {
      const { pk, seq } = journalKey(place.caseId, place.seq);
      const item = byKey.get(`${pk} ${seq}`);
      return item ? [[placeNamed(place), item] as const] : [];
    }),
  );
}

/** Places whose successor is sealed already. The journal is only appended to, so they were put there later. */
async function overtakenAmong(seals: KnownSeals, fresh: readonly EventPlace[]): Promise<ReadonlySet<string>> {
  await seals.learn(fresh.map(after));
  const overtaken = new Set<string>();
  for (const place of fresh.toSorted((a, b) => b.seq - a.seq)) {
    const next = after(place);
    if (seals.has(next) || overtaken.has(placeNamed(next))) overtaken.add(placeNamed(place));
  }
  return overtaken;
}

type Missed = {
  readonly places: readonly EventPlace[];
  readonly items: ReadonlyMap<string, RawItem>;
  readonly absent: readonly EventPlace[];
};

/** Unsealed events before those found that the index did not show: it follows the journal with a delay. */
async function predecessorsOf(
  tables: Tables,
  seals: KnownSeals,
  found: readonly EventPlace[],
  taken: ReadonlySet<string>,
): Promise<Missed> {
  const known = new Set(found.map(placeNamed));
  const places: EventPlace[] = [];
  const absent: EventPlace[] = [];
  const items = new Map<string, RawItem>();
  let asked: readonly EventPlace[] = found;
  while (asked.length > 0) {
    const open = asked
      .map(before)
      .filter((place) => place.seq > 0 && !known.has(placeNamed(place)) && !taken.has(placeNamed(place)));
    await seals.learn(open);
    const unsealed = open.filter((place) => !seals.has(place));
    const there = await itemsByPlace(tables, unsealed);
    for (const [name, item] of there) items.set(name, item);
    asked = unsealed.filter((place) => there.has(placeNamed(place)));
    places.push(...asked);
    absent.push(...unsealed.filter((place) => !there.has(placeNamed(place))));
  }
  return { places, items, absent };
}

/** Leaves the order of the places but for events that would come before their predecessor. */
function inChainOrder<P extends EventPlace>(places: readonly P[]): readonly P[] {
  const waiting = new Map<string, P[]>();
  for (const [caseId, own] of Map.groupBy(places, ({ caseId }) => caseId)) {
    waiting.set(
      caseId,
      own.toSorted((a, b) => a.seq - b.seq),
    );
  }
  return places.flatMap(({ caseId }) => waiting.get(caseId)?.shift() ?? []);
}
