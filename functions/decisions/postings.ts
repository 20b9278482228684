import * as z from 'zod';
import {
  type Bits,
  blockSize,
  decodePosting,
  encodePosting,
  noBits,
  postingBytes,
  setBit,
} from '../../shared/decisions/posting.ts';
import { decodeVarints, encodeVarints } from '../../shared/decisions/varints.ts';
import { postingKey } from '../persistence/keys.ts';
import { type RawItem, readItems, type Tables } from '../persistence/tables.ts';
import type { IndexItem } from './put-forward.ts';

/** How many decisions of a block have something. */
type BlockCount = { readonly block: number; readonly count: number };

/**
 * What is known of all decisions that have something: in which blocks they are and how many in each; and, of the
 * latest such blocks, which they are. When these postings no longer fit the head together, all but the newest are
 * put away as a segment, which never changes: of what is rare, one segment covers years; of what is common, a block.
 */
export type PostingHead = {
  readonly name: string;
  /** Every decision before this place has been looked at. */
  readonly through: number;
  /** Ascending. */
  readonly blocks: readonly BlockCount[];
  /** The first block of each segment, ascending. */
  readonly segments: readonly number[];
  /** By block: those that are in no segment. */
  readonly recent: ReadonlyMap<number, Bits>;
};

/** So that a head or a segment takes less than 4 KB, one read unit: all postings in it together. */
const mostBytes = 3600;

const BitsSchema = z.instanceof(Uint8Array);
const HeadSchema = z.object({
  name: z.string(),
  through: z.int(),
  blocks: BitsSchema,
  segments: BitsSchema,
  recent: z.array(BitsSchema),
});
const SegmentSchema = z.object({
  name: z.string(),
  first: z.int(),
  blocks: BitsSchema,
  postings: z.array(BitsSchema),
});

const headFrom = (item: RawItem): PostingHead => {
  const { name, through, blocks, segments, recent } = HeadSchema.parse(item);
  const numbers = decodeVarints(blocks);
  const counts = Array.from({ length: numbers.length / 2 }, (_, nth) => ({
    block: numbers[nth * 2] ?? 0,
    count: numbers[nth * 2 + 1] ?? 0,
  }));
  const latest = counts.slice(counts.length - recent.length);
  return {
    name,
    through,
    blocks: counts,
    segments: decodeVarints(segments),
    recent: new Map(latest.map(({ block }, nth) => [block, bitsAt(recent, nth)])),
  };
};

const bitsAt = (postings: readonly Uint8Array[], nth: number): Bits => {
  const posting = postings[nth];
  return posting ? decodePosting(posting) : noBits();
};

const headItem = (making: string, head: PostingHead): IndexItem => ({
  ...postingKey(making, head.name, 'newest'),
  name: head.name,
  through: head.through,
  blocks: encodeVarints(head.blocks.flatMap(({ block, count }) => [block, count])),
  segments: encodeVarints(head.segments),
  recent: [...head.recent.values()].map(encodePosting),
});

/** Strongly consistent: a head that lags would hide decisions. Names that nothing has are left out. */
export async function readHeads(
  tables: Tables,
  making: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, PostingHead>> {
  const items = await readItems(
    tables,
    names.map((name) => postingKey(making, name, 'newest')),
  );
  return new Map(items.map(headFrom).map((head) => [head.name, head]));
}

/** A segment by the first of its blocks. */
export type SegmentPlace = { readonly name: string; readonly first: number };
export const segmentName = ({ name, first }: SegmentPlace): string => `${name} ${first}`;
export type Segment = ReadonlyMap<number, Bits>;

/** The segment that holds a block which is not in the head. */
export const segmentWith = ({ name, segments }: PostingHead, block: number): SegmentPlace => ({
  name,
  first: segments.findLast((first) => first <= block) ?? block,
});

/** Segments never change, so the cheap way of reading will do once they are there. */
export async function readSegments(
  tables: Tables,
  making: string,
  places: readonly SegmentPlace[],
): Promise<ReadonlyMap<string, Segment>> {
  const found = new Map<string, Segment>();
  for (const consistent of [false, true]) {
    const missing = places.filter((place) => !found.has(segmentName(place)));
    if (missing.length === 0) break;
    const keys = missing.map(({ name, first }) => postingKey(making, name, first));
    for (const item of await readItems(tables, keys, { consistent })) {
      const { name, first, blocks, postings } = SegmentSchema.parse(item);
      const own = decodeVarints(blocks).map((block, nth) => [block, bitsAt(postings, nth)] as const);
      found.set(segmentName({ name, first }), new Map(own));
    }
  }
  return found;
}

/**
 * The items after decisions at these places (ascending) have been entered under a name; `to` is where all end. What
 * is put away when follows from the places alone, however they are parted into lots.
 */
export function enteredUnder(
  making: string,
  name: string,
  head: PostingHead | undefined,
  places: readonly number[],
  to: number,
): readonly IndexItem[] {
  const items: IndexItem[] = [];
  const blocks = [...(head?.blocks ?? [])];
  const segments = [...(head?.segments ?? [])];
  const recent = new Map<number, Bits>(head?.recent);
  // Places only ever come to the newest block.
  for (const [block, bits] of [...recent].slice(-1)) recent.set(block, bits.slice());
  let bytes = blocks
    .filter(({ block }) => recent.has(block))
    .reduce((sum, { count }) => sum + postingBytes(count), 0);

  for (const place of places.filter((one) => one >= (head?.through ?? 0))) {
    const block = Math.floor(place / blockSize);
    const newest = blocks.at(-1);
    const count = newest?.block === block ? newest.count + 1 : 1;
    bytes += postingBytes(count) - (count === 1 ? 0 : postingBytes(count - 1));
    if (count === 1) blocks.push({ block, count });
    else blocks[blocks.length - 1] = { block, count };
    const bits = recent.get(block) ?? noBits();
    setBit(bits, place % blockSize);
    recent.set(block, bits);
    if (bytes > mostBytes && recent.size > 1) {
      recent.delete(block);
      items.push(segmentItem(making, name, recent));
      segments.push(Math.min(...recent.keys()));
      recent.clear();
      recent.set(block, bits);
      bytes = postingBytes(count);
    }
  }
  return [...items, headItem(making, { name, through: to, blocks, segments, recent })];
}

const segmentItem = (making: string, name: string, postings: Segment): IndexItem => {
  const blocks = [...postings.keys()];
  const first = Math.min(...blocks);
  return {
    ...postingKey(making, name, first),
    name,
    first,
    blocks: encodeVarints(blocks),
    postings: [...postings.values()].map(encodePosting),
    through: (Math.max(...blocks) + 1) * blockSize,
  };
};
