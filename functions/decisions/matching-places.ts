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
import {
  readHeads,
  readSegments,
  type Segment,
  type SegmentPlace,
  segmentName,
  segmentWith,
} from './postings.ts';

/** Folded decisions from place `from` up to, but without, `to`. */
export type Stretch = { readonly from: number; readonly to: number };

/** Places that answer a query by their postings, in the order of the search, and how far it has come. */
type Matches = {
  readonly places: readonly number[];
  /** What is left to search. */
  readonly rest: Stretch;
};

/** Looks for decisions block by block, in steps that each cost one request. */
export type BlockSearch = {
  /**
   * Searches on through so many blocks as should hold `wanted` matches, but reads at most `allowed` segments of
   * postings (always enough for one block).
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

  const loaded = new Map<string, Segment>();
  /** What must be read before a block can be searched. */
  const missingFor = (block: number): readonly SegmentPlace[] =>
    [...traits, ...amounts].flatMap((name): readonly SegmentPlace[] => {
      const head = heads.get(name);
      if (!head || countIn(name, block) === 0 || head.recent.has(block)) return [];
      const place = segmentWith(head, block);
      return loaded.has(segmentName(place)) ? [] : [place];
    });

  const search = (block: number, rest: Stretch): readonly number[] => {
    const bitsOf = (name: string): Bits | undefined => {
      const head = heads.get(name);
      if (!head || countIn(name, block) === 0) return undefined;
      return head.recent.get(block) ?? loaded.get(segmentName(segmentWith(head, block)))?.get(block);
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
      const needed = new Map<string, SegmentPlace>();
      let [hopes, left] = [0, rest];
      while (left.from < left.to && hopes < wanted) {
        const block = Math.floor((newestFirst ? left.to - 1 : left.from) / blockSize);
        if (traits.every((name) => countIn(name, block) > 0)) {
          const missing = missingFor(block).map((place) => [segmentName(place), place] as const);
          const more = missing.filter(([name]) => !needed.has(name));
          if (chosen.length > 0 && needed.size + more.length > allowed) break;
          chosen.push(block);
          for (const [name, place] of more) needed.set(name, place);
          hopes += expected(block);
        }
        left = newestFirst
          ? { from: left.from, to: Math.max(left.from, block * blockSize) }
          : { from: Math.min(left.to, (block + 1) * blockSize), to: left.to };
      }
      for (const [name, segment] of await readSegments(tables, making, [...needed.values()])) {
        loaded.set(name, segment);
      }
      const places = chosen.flatMap((block) => search(block, rest));
      return { places, rest: left, read: needed.size };
    },
  };
}
