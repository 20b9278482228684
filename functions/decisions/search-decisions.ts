import { asksAmount, type DecisionQuery, fits } from '../../shared/decisions/decision-query.ts';
import type { DecisionRow } from '../../shared/decisions/decision-row.ts';
import type { Tables } from '../persistence/tables.ts';
import { placesOfDays } from './days.ts';
import type { IndexState } from './index-state.ts';
import { mostNames, openBlockSearch, type Stretch } from './matching-places.ts';
import { chunkOf, chunkSize, readRowsAt, readRowsFrom } from './row-chunks.ts';

export type Order = 'newest' | 'oldest';

export type DecisionPage = {
  readonly rows: readonly DecisionRow[];
  /** Place to go on from; absent when there is nothing more. */
  readonly next?: number;
  /** The page’s budget ended before it was full: everything up to this instant has been searched. */
  readonly searchedTo?: string;
};

export const pageSize = 50;

/**
 * What a page may read, whatever is asked and however long the history is; see DECISION-SEARCH.md. A segment of
 * postings and a chunk of rows take half a read unit each.
 */
const budget = { segments: 56, chunks: 64, rounds: 5, rowRequests: 6 } as const;
/** Candidates read at first, beyond those that are wanted. */
const firstBatch = 16;

/** A page of the decisions that answer a query, from `start` on. */
export async function searchDecisions(
  tables: Tables,
  state: IndexState,
  query: DecisionQuery,
  order: Order,
  start?: number,
): Promise<DecisionPage> {
  const newestFirst = order === 'newest';
  const { folded, rows: end, making } = state;
  const from = newestFirst ? 0 : (start ?? 0);
  const to = newestFirst && start !== undefined ? Math.min(end, start + 1) : end;

  const found = new Collected(query);
  const searchTail = async (): Promise<void> => {
    const [first, last] = [Math.max(from, folded), Math.min(to, end)];
    const tail = await readRowsFrom(tables, making, first, last);
    const placed = tail.map((row, at) => [first + at, row] as const);
    for (const [place, row] of newestFirst ? placed.reverse() : placed) found.look(place, row);
  };
  const searchBlocks = async (): Promise<number | undefined> => {
    const days = await placesOfPeriod(tables, making, query);
    const stretch = { from: Math.max(from, days?.from ?? 0), to: Math.min(to, folded, days?.to ?? folded) };
    return stretch.from < stretch.to
      ? searchFolded(tables, making, query, newestFirst, stretch, found)
      : undefined;
  };

  let stoppedAt: number | undefined;
  if (newestFirst) {
    await searchTail();
    if (!found.full) stoppedAt = await searchBlocks();
  } else {
    stoppedAt = await searchBlocks();
    if (!found.full && stoppedAt === undefined) await searchTail();
  }
  if (found.next !== undefined) return { rows: found.rows, next: found.next };
  if (stoppedAt === undefined) return { rows: found.rows };
  const reached = (await readRowsAt(tables, making, [stoppedAt])).get(stoppedAt);
  return { rows: found.rows, next: stoppedAt, ...(reached && { searchedTo: reached.at }) };
}

/** Undefined for all time. */
const placesOfPeriod = async (
  tables: Tables,
  making: string,
  { from, to }: DecisionQuery,
): Promise<Stretch | undefined> =>
  from === undefined && to === undefined ? undefined : placesOfDays(tables, making, from, to);

/** The rows of a page as they are found, and the place of the first one that has no room. */
class Collected {
  readonly rows: DecisionRow[] = [];
  next: number | undefined;
  readonly #query: DecisionQuery;

  constructor(query: DecisionQuery) {
    this.#query = query;
  }

  get full(): boolean {
    return this.next !== undefined;
  }

  /** How many more are wanted: one beyond the page, to know whether there is another. */
  get wanted(): number {
    return this.full ? 0 : pageSize + 1 - this.rows.length;
  }

  look(place: number, row: DecisionRow): void {
    if (this.full || !fits(this.#query, row)) return;
    if (this.rows.length < pageSize) this.rows.push(row);
    else this.next = place;
  }
}

/** Reads candidates and keeps those that answer the query, as far as the budget allows. */
class Verification {
  readonly #tables: Tables;
  readonly #making: string;
  readonly #found: Collected;
  readonly #chunks = new Set<number>();
  #requests = 0;

  constructor(tables: Tables, making: string, found: Collected) {
    this.#tables = tables;
    this.#making = making;
    this.#found = found;
  }

  /** Goes on until the page is full; the first place that the budget does not allow, if it comes to that. */
  async look(places: readonly number[]): Promise<number | undefined> {
    let at = 0;
    while (at < places.length && !this.#found.full) {
      // Where many do not answer, more are read at once.
      const most = Math.max(this.#found.wanted, firstBatch * 2 ** this.#requests);
      const batch = this.#requests < budget.rowRequests ? this.#affordable(places.slice(at, at + most)) : [];
      if (batch.length === 0) return places[at];
      const rows = await readRowsAt(this.#tables, this.#making, batch);
      this.#requests += 1;
      for (const [place, row] of rows) this.#found.look(place, row);
      at += batch.length;
    }
    return undefined;
  }

  #affordable(places: readonly number[]): readonly number[] {
    const affordable: number[] = [];
    for (const place of places) {
      if (!this.#chunks.has(chunkOf(place)) && this.#chunks.size === budget.chunks) break;
      this.#chunks.add(chunkOf(place));
      affordable.push(place);
    }
    return affordable;
  }
}

/** Looks through folded decisions; the place where the budget ended, if it did. */
async function searchFolded(
  tables: Tables,
  making: string,
  query: DecisionQuery,
  newestFirst: boolean,
  stretch: Stretch,
  found: Collected,
): Promise<number | undefined> {
  const verification = new Verification(tables, making, found);
  const stretchOnly = query.traits.length === 0 && !asksAmount(query);
  if (stretchOnly) return verification.look(placesIn(stretch, newestFirst));

  const blocks = await openBlockSearch(tables, making, query, newestFirst);
  let rest = stretch;
  let segments = 0;
  for (let round = 1; rest.from < rest.to && !found.full; round += 1) {
    const allowed = budget.segments - segments;
    if (round > budget.rounds || allowed < mostNames) return edgeOf(rest, newestFirst);
    // The guess may be far off; the later rounds take all they may.
    const wanted = round < 3 ? found.wanted * 2 * round : Number.POSITIVE_INFINITY;
    const step = await blocks.next(rest, wanted, allowed);
    segments += step.read;
    rest = step.rest;
    const stopped = await verification.look(step.places);
    if (stopped !== undefined) return stopped;
  }
  return undefined;
}

const edgeOf = ({ from, to }: Stretch, newestFirst: boolean): number => (newestFirst ? to - 1 : from);

/** Where nothing but the days is asked for, nearly every place answers: more than a page can read, at any rate. */
function placesIn({ from, to }: Stretch, newestFirst: boolean): readonly number[] {
  const count = Math.min(to - from, budget.chunks * chunkSize + 1);
  return Array.from({ length: count }, (_, at) => (newestFirst ? to - 1 - at : from + at));
}
