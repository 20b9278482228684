import { codesBetween, sliceCount } from '../../shared/decisions/amount-slices.ts';
import { asksAmount, type DecisionQuery, largestAmount } from '../../shared/decisions/decision-query.ts';
import { sliceName, traitName } from '../../shared/decisions/decision-row.ts';
import {
  type Bits,
  blockSize,
  intersection,
  noBits,
  placesOf,
  range,
} from '../../shared/decisions/posting.ts';
import type { Tables } from '../persistence/tables.ts';
import { type PostingHead, type PostingPlace, placeName, readClosed, readHeads } from './postings.ts';

/** Folded decisions from place `from` up to, but without, `to`. */
export type Stretch = { readonly from: number; readonly to: number };

/** Places that answer a query by their postings, in the order of the search, and how far it has come. */
export type Matches = {
  readonly places: readonly number[];
  /** What is left to search. */
  readonly rest: Stretch;
};

/** Looks for decisions block by block, in steps that each cost one request. */
export type BlockSearch = {
  /**
   * Searches on through so many blocks as should hold `wanted` matches, but reads at most `allowed` postings
   * (always enough for one block).
   */
  next(rest: Stretch, wanted: number, allowed: number): Promise<Matches & { readonly read: number }>;
};

const slices = Array.from({ length: sliceCount }, (_, bit) => bit);

/** More postings than one block can take: a query names each dimension once. */
export const mostNames = 11 + sliceCount;

export async function openBlockSearch(
  tables: Tables,
  making: string,
  query: DecisionQuery,
  newestFirst: boolean,
): Promise<BlockSearch> {
  const traits = [...new Set(query.traits.map(traitName))];
  const amounts = asksAmount(query) ? slices.map(sliceName) : [];
  const heads = await readHeads(tables, making, [...traits, ...amounts]);
  const counts = new Map(
    [...heads].map(([name, head]) => [name, new Map(head.blocks.map(({ block, count }) => [block, count]))]),
  );
  const countIn = (name: string, block: number): number => counts.get(name)?.get(block) ?? 0;

  /** A guess, from how common each trait is. */
  const expected = (block: number): number =>
    traits.reduce((share, name) => share * (countIn(name, block) / blockSize), blockSize);

  const postingsOf = (block: number): readonly PostingPlace[] =>
    [...traits, ...amounts]
      .filter((name) => countIn(name, block) > 0 && newestBlock(heads.get(name)) !== block)
      .map((name) => ({ name, block }));

  const search = (block: number, rest: Stretch, closed: ReadonlyMap<string, Bits>): readonly number[] => {
    const bitsOf = (name: string): Bits | undefined => {
      const head = heads.get(name);
      return newestBlock(head) === block ? head?.newest : closed.get(placeName({ name, block }));
    };
    const start = block * blockSize;
    let found = range(rest.from - start, rest.to - start);
    for (const name of traits) found = intersection(found, bitsOf(name) ?? noBits());
    if (amounts.length > 0) {
      const { least = 0, most = largestAmount } = query;
      found = codesBetween((bit) => bitsOf(sliceName(bit)), found, least, most);
    }
    const places = placesOf(found).map((place) => start + place);
    return newestFirst ? places.reverse() : places;
  };

  return {
    next: async (rest, wanted, allowed) => {
      const chosen: number[] = [];
      const needed: PostingPlace[] = [];
      let [hopes, left] = [0, rest];
      while (left.from < left.to && hopes < wanted) {
        const block = Math.floor((newestFirst ? left.to - 1 : left.from) / blockSize);
        if (traits.every((name) => countIn(name, block) > 0)) {
          const postings = postingsOf(block);
          if (chosen.length > 0 && needed.length + postings.length > allowed) break;
          chosen.push(block);
          needed.push(...postings);
          hopes += expected(block);
        }
        left = newestFirst
          ? { from: left.from, to: Math.max(left.from, block * blockSize) }
          : { from: Math.min(left.to, (block + 1) * blockSize), to: left.to };
      }
      const closed = await readClosed(tables, making, needed);
      const places = chosen.flatMap((block) => search(block, rest, closed));
      return { places, rest: left, read: needed.length };
    },
  };
}

const newestBlock = (head: PostingHead | undefined): number | undefined => head?.blocks.at(-1)?.block;
