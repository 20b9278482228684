import { type Sha256, sha256 } from './digest.ts';
import { sound, type Verdict } from './faults.ts';
import { type LogEntry, parseEntry } from './log-entry.ts';
import { nodeHash, type TreeHash, treeHash } from './merkle-hash.ts';
import {
  consistencySpans,
  inclusionSpans,
  perfectSubtrees,
  type Span,
  type Subtree,
} from './merkle-shape.ts';
import { readTile, type Tile, type TileReader, tileAt, tilePath, tileWidth } from './tile.ts';

/** Where the stored log keeps a subtree: `count` hashes of a tile, from `offset` on, whose root it is. */
function placeOf({ height, index }: Subtree, size: number) {
  const count = 2 ** (height % 8);
  const first = index * count;
  const tile = tileAt(Math.floor(height / 8), Math.floor(first / tileWidth), size);
  return { tile, offset: first % tileWidth, count };
}

/** The roots of the spans of a log of `size` entries; each tile is read once, all of them at the same time. */
async function spanRoots(
  spans: readonly Span[],
  size: number,
  read: TileReader,
  hash: Sha256,
): Promise<Verdict<TreeHash[]>> {
  const places = spans.map((span) => perfectSubtrees(span).map((subtree) => placeOf(subtree, size)));
  const tiles = new Map<string, Tile>(places.flat().map(({ tile }) => [tilePath(tile), tile]));
  const contents = new Map<string, readonly TreeHash[]>();
  const loaded = await Promise.all(
    Array.from(tiles, async ([path, tile]) => [path, await readTile(tile, read)] as const),
  );
  for (const [path, hashes] of loaded) {
    if (!hashes.ok) return hashes;
    contents.set(path, hashes.value);
  }
  return sound(
    places.map((subtrees) =>
      subtrees
        .map(({ tile, offset, count }) =>
          treeHash((contents.get(tilePath(tile)) ?? []).slice(offset, offset + count), hash),
        )
        .reduceRight((right, left) => nodeHash(left, right, hash)),
    ),
  );
}

/** The RFC 6962 inclusion proof of entry `index` in the log of `size` entries. @throws RangeError beyond its end. */
export async function proveInclusion(
  index: number,
  size: number,
  read: TileReader,
  hash: Sha256 = sha256,
): Promise<Verdict<TreeHash[]>> {
  if (index >= size) throw new RangeError(`A log of ${size} entries has no entry ${index}`);
  return spanRoots(inclusionSpans(index, size), size, read, hash);
}

/** The RFC 6962 proof that the log of `newer` entries begins with that of `older`. @throws RangeError if it shrank. */
export async function proveConsistency(
  older: number,
  newer: number,
  read: TileReader,
  hash: Sha256 = sha256,
): Promise<Verdict<TreeHash[]>> {
  if (older > newer) throw new RangeError(`A log of ${newer} entries cannot have grown out of ${older}`);
  return older === 0 ? sound([]) : spanRoots(consistencySpans(older, newer), newer, read, hash);
}

/** How many level-0 tiles (blocks of 256 entries) a log has, the unfinished one counted. */
export const blockCount = (size: number): number => Math.ceil(size / tileWidth);

/** A block of consecutive leaf hashes, and why a signed root vouches for every one of them. */
export type BlockProof = { readonly leaves: readonly TreeHash[]; readonly proof: readonly TreeHash[] };

/**
 * The `block`-th level-0 tile with the inclusion proof of its root. Seen from above, blocks are the leaves of a
 * tree of the same form, the last one being smaller, so that this is an ordinary inclusion proof of leaf `block`
 * in a tree of `blockCount(size)` leaves.
 */
export async function proveBlock(
  block: number,
  size: number,
  read: TileReader,
  hash: Sha256 = sha256,
): Promise<Verdict<BlockProof>> {
  const spans = inclusionSpans(block, blockCount(size)).map(({ begin, end }) => ({
    begin: begin * tileWidth,
    end: Math.min(end * tileWidth, size),
  }));
  const [leaves, proof] = await Promise.all([
    readTile(tileAt(0, block, size), read),
    spanRoots(spans, size, read, hash),
  ]);
  if (!leaves.ok) return leaves;
  return proof.ok ? sound({ leaves: leaves.value, proof: proof.value }) : proof;
}

/** The entries of the `block`-th bundle, in order; the first is entry `block * 256` of the log. */
export async function readEntries(
  block: number,
  size: number,
  read: TileReader,
): Promise<Verdict<LogEntry[]>> {
  const tile = tileAt('entries', block, size);
  const bundle = await readTile(tile, read);
  if (!bundle.ok) return bundle;
  const entries: LogEntry[] = [];
  for (const bytes of bundle.value) {
    const entry = parseEntry(bytes, tilePath(tile));
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  return sound(entries);
}
