import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Fault } from '../../shared/ledger/faults.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { readPlaces } from '../persistence/journal-places.ts';
import type { Tables } from '../persistence/tables.ts';
import type { KnownSeals } from './known-seals.ts';
import { unsealedAmong } from './unsealed-among.ts';

/** A place between events: the day, and the order there behind which to go on. */
export type Position = { readonly day: string; readonly after: string };

/** Before everything that happens at this instant or later. */
export const positionAt = (instant: string): Position => ({ day: dateInShanghai(instant), after: instant });

export type Found = {
  /** In the order in which they belong into the log: that of the index, but every chain in its own. */
  readonly events: readonly JournalEvent[];
  /** What is wrong with the journal. It hinders nothing: the log keeps what the journal says, proofs judge it. */
  readonly faults: readonly Fault[];
  /** Where to go on; absent when everything up to `until` has been looked at. */
  readonly next?: Position;
};

const pageSize = 500;
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
  const events: JournalEvent[] = [];
  const faults: Fault[] = [];
  const taken = new Set<string>();
  let { day, after } = from;
  while (day <= lastDay) {
    const { places, next } = await readPlaces(tables, day, after, pageSize);
    const found = await unsealedAmong(tables, places, seals, taken);
    events.push(...found.events);
    faults.push(...found.faults);
    [day, after] = next === undefined ? [addCalendarDays(day, 1), startOfDay] : [day, next];
    if (events.length >= enough) return { events, faults, next: { day, after } };
  }
  return { events, faults };
}
