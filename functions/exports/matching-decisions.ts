import type { DecisionDto } from '../../shared/api/routes/auditor.ts';
import type { ExportQuery } from '../../shared/api/routes/exports.ts';
import type { DecisionPages } from './exporter-system.ts';

/** The time for this run is over; what was begun is left for the next one. */
export class OutOfTime extends Error {}

/** The search no longer goes on from where it was, because its index was made anew. */
export class SearchEnded extends Error {
  /** Of the errors catalogue. */
  readonly code: string;

  constructor(code: string) {
    super(`the search refused: ${code}`);
    this.code = code;
  }
}

export type MatchingDecisions = {
  /** Page by page, until about `enough` have come or there are no more. */
  readonly pages: AsyncIterable<readonly DecisionDto[]>;
  /** Where to go on; absent when there are no more. Known once the pages have been read. */
  readonly next: () => string | undefined;
  /** Entries of the log that the search could not read, so that rows may be missing. Known then, too. */
  readonly unread: () => number;
};

/** The decisions that answer a query, from a place on. @throws OutOfTime and SearchEnded while its pages are read. */
export function matchingDecisions(
  decisions: DecisionPages,
  query: ExportQuery,
  from: string | undefined,
  enough: number,
  isOver: () => boolean,
): MatchingDecisions {
  let cursor = from;
  let unread = 0;
  async function* pages() {
    let count = 0;
    do {
      if (isOver()) throw new OutOfTime();
      const page = await decisions(query, cursor);
      if (!page.ok) throw new SearchEnded(page.refusal.code);
      cursor = page.value.next;
      count += page.value.items.length;
      unread = page.value.unread?.entries ?? 0;
      yield page.value.items;
    } while (cursor !== undefined && count < enough);
  }
  return { pages: pages(), next: () => cursor, unread: () => unread };
}
