import * as z from 'zod';
import {
  type Bits,
  blockSize,
  decodePosting,
  encodePosting,
  noBits,
  setBit,
} from '../../shared/decisions/posting.ts';
import { decodeVarints, encodeVarints } from '../../shared/decisions/varints.ts';
import { postingKey } from '../persistence/keys.ts';
import { type RawItem, readItems, type Tables } from '../persistence/tables.ts';
import type { IndexItem } from './put-forward.ts';

/** How many decisions of a block have something. */
export type BlockCount = { readonly block: number; readonly count: number };

/**
 * What is known of all decisions that have something: in which blocks they are and how many in each; and, of the
 * newest such block, which they are. The postings of earlier blocks are items of their own, which never change.
 */
export type PostingHead = {
  readonly name: string;
  /** Every decision before this place has been looked at. */
  readonly through: number;
  /** Ascending; the newest last. */
  readonly blocks: readonly BlockCount[];
  readonly newest: Bits;
};

const HeadSchema = z.object({
  name: z.string(),
  through: z.int(),
  blocks: z.instanceof(Uint8Array),
  bits: z.instanceof(Uint8Array),
});
const PostingSchema = z.object({ name: z.string(), block: z.int(), bits: z.instanceof(Uint8Array) });

const headFrom = (item: RawItem): PostingHead => {
  const { name, through, blocks, bits } = HeadSchema.parse(item);
  const numbers = decodeVarints(blocks);
  return {
    name,
    through,
    blocks: Array.from({ length: numbers.length / 2 }, (_, nth) => ({
      block: numbers[nth * 2] ?? 0,
      count: numbers[nth * 2 + 1] ?? 0,
    })),
    newest: decodePosting(bits),
  };
};

const headItem = (making: string, { name, through, blocks, newest }: PostingHead): IndexItem => ({
  ...postingKey(making, name, 'newest'),
  name,
  through,
  blocks: encodeVarints(blocks.flatMap(({ block, count }) => [block, count])),
  bits: encodePosting(newest),
});

const closedItem = (making: string, name: string, block: number, bits: Bits): IndexItem => ({
  ...postingKey(making, name, block),
  name,
  block,
  bits: encodePosting(bits),
  through: (block + 1) * blockSize,
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

export type PostingPlace = { readonly name: string; readonly block: number };
export const placeName = ({ name, block }: PostingPlace): string => `${name} ${block}`;

/** Postings of blocks that are over. They never change, so the cheap way of reading will do once they are there. */
export async function readClosed(
  tables: Tables,
  making: string,
  places: readonly PostingPlace[],
): Promise<ReadonlyMap<string, Bits>> {
  const found = new Map<string, Bits>();
  for (const consistent of [false, true]) {
    const missing = places.filter((place) => !found.has(placeName(place)));
    if (missing.length === 0) break;
    const keys = missing.map(({ name, block }) => postingKey(making, name, block));
    for (const item of await readItems(tables, keys, { consistent })) {
      const posting = PostingSchema.parse(item);
      found.set(placeName(posting), decodePosting(posting.bits));
    }
  }
  return found;
}

/** The items after decisions at these places (ascending) have been entered under a name; `to` is where all end. */
export function enteredUnder(
  making: string,
  name: string,
  head: PostingHead | undefined,
  places: readonly number[],
  to: number,
): readonly IndexItem[] {
  const items: IndexItem[] = [];
  const blocks = [...(head?.blocks ?? [])];
  let bits = head ? head.newest.slice() : noBits();
  for (const place of places.filter((one) => one >= (head?.through ?? 0))) {
    const block = Math.floor(place / blockSize);
    const newest = blocks.at(-1);
    if (newest?.block === block) {
      blocks[blocks.length - 1] = { block, count: newest.count + 1 };
    } else {
      if (newest) {
        items.push(closedItem(making, name, newest.block, bits));
        bits = noBits();
      }
      blocks.push({ block, count: 1 });
    }
    setBit(bits, place % blockSize);
  }
  return [...items, headItem(making, { name, through: to, blocks, newest: bits })];
}
