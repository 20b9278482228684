import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Fault } from '../../shared/ledger/faults.ts';
import type { LogEntry } from '../../shared/ledger/log-entry.ts';
import { instantLength, placeNamed, readPlaces } from '../persistence/journal-places.ts';
import type { Tables } from '../persistence/tables.ts';
import type { KnownSeals } from './known-seals.ts';
import { unsealedAmong } from './unsealed-among.ts';

/** A place between events: the day, and the order there behind which to go on. */
export type Position = { readonly day: string; readonly after: string };

/** Before everything that happens at this instant or later. */
export const positionAt = (instant: string): Position => ({ day: dateInShanghai(instant), after: instant });

export type Found = {
  /** In the order in which they belong into the log: that of the index, but every chain in its own. */
  readonly entries: readonly LogEntry[];
  /** When the earliest of them was written. */
  readonly oldest?: string;
  /** What is wrong with the journal. It hinders nothing: the log keeps what the journal says, proofs judge it. */
  readonly faults: readonly Fault[];
  /** Where to go on; absent when everything up to `until` has been looked at. */
  readonly next?: Position;
};

/** 200 KB of the index. */
const pageSize = 1024;
/** Sorts before every instant. */
const startOfDay = '0';

/** The next events that the log does not hold: `enough` of them or a page more, if there are so many. */
export async function findUnsealed(
  tables: Tables,
  seals: KnownSeals,
  from: Position,
  until: string,
  enough: number,
): Promise<Found> {
  const lastDay = dateInShanghai(until);
  const entries: LogEntry[] = [];
  const faults: Fault[] = [];
  const taken = new Set<string>();
  let oldest: string | undefined;
  let { day, after } = from;
  const found = (next?: Position): Found => ({
    entries,
    faults,
    ...(oldest !== undefined && { oldest }),
    ...(next && { next }),
  });
  while (day <= lastDay) {
    const { places, next } = await readPlaces(tables, day, after, pageSize);
    const unsealed = await unsealedAmong(tables, places, seals, taken);
    entries.push(...unsealed.entries);
    faults.push(...unsealed.faults);
    // The first of them in the order of the index; one that the index does not show yet is younger by a moment.
    oldest ??= places.find((place) => taken.has(placeNamed(place)))?.order.slice(0, instantLength);
    [day, after] = next === undefined ? [addCalendarDays(day, 1), startOfDay] : [day, next];
    if (entries.length >= enough) return found({ day, after });
  }
  return found();
}
