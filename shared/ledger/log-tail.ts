import { concatBytes } from '@noble/hashes/utils.js';
import { sameBytes } from './bytes.ts';
import { type Sha256, sha256 } from './digest.ts';
import { sound, unsound, type Verdict } from './faults.ts';
import { leafHash, type TreeHash, type TreeHead, treeHash } from './merkle-hash.ts';
import {
  framedEntry,
  levelLength,
  partialTiles,
  readTile,
  type TileReader,
  tilePath,
  tileWidth,
} from './tile.ts';

/**
 * The growing edge of the log: its unfinished tiles. It is all that is needed to append entries and to know the
 * root, whatever the size of the log.
 */
export type LogTail = {
  readonly size: number;
  /** The entries of the unfinished bundle. */
  readonly entries: readonly Uint8Array[];
  /** The hashes of the unfinished tile of each level, lowest first; none where a level has just filled one. */
  readonly levels: readonly (readonly TreeHash[])[];
};

export const emptyTail: LogTail = { size: 0, entries: [], levels: [] };

/** A file of the log, to be written once and never changed. */
export type LogFile = { readonly path: string; readonly bytes: Uint8Array };

/** Size and root of the log that ends in this tail. */
export function treeHead(tail: LogTail, hash: Sha256 = sha256): TreeHead {
  // What lies below a level's last hash is one smaller subtree, standing behind the hashes of that level.
  const root = tail.levels.reduce<TreeHash | undefined>((below, hashes) => {
    const row = below ? [...hashes, below] : hashes;
    return row.length > 0 ? treeHash(row, hash) : undefined;
  }, undefined);
  return { size: tail.size, root: root ?? treeHash([], hash) };
}

/**
 * Reads the tail of a log of which the head is known (from its checkpoint). Refused when a file is missing or
 * damaged, or when together they do not give the root.
 */
export async function readTail(
  head: TreeHead,
  read: TileReader,
  hash: Sha256 = sha256,
): Promise<Verdict<LogTail>> {
  let entries: readonly Uint8Array[] = [];
  const levels: (readonly TreeHash[])[] = [];
  for (let level = 0; levelLength(level, head.size) > 0; level += 1) levels.push([]);
  for (const tile of partialTiles(head.size)) {
    const items = await readTile(tile, read);
    if (!items.ok) return items;
    if (tile.level === 'entries') entries = items.value;
    else levels[tile.level] = items.value;
  }
  const tail = { size: head.size, entries, levels };
  const leaves = entries.map((entry) => leafHash(entry, hash));
  const agree =
    sameBytes(treeHead(tail, hash).root, head.root) &&
    leaves.every((leaf, index) => sameBytes(leaf, levels[0]?.[index] ?? new Uint8Array()));
  return agree ? sound(tail) : unsound('tree-mismatch', { size: head.size });
}

/**
 * Appends entries in order. Answers the new tail and the files to write: every tile and bundle that was filled
 * and the unfinished ones that changed. The same tail and entries always give the same files, so writing them
 * again after a crash does no harm; the checkpoint must be written last.
 */
export function appendEntries(
  tail: LogTail,
  added: readonly Uint8Array[],
  hash: Sha256 = sha256,
): { readonly tail: LogTail; readonly files: readonly LogFile[] } {
  const files: LogFile[] = [];
  const levels = tail.levels.map((hashes) => [...hashes]);
  let entries = [...tail.entries];
  let size = tail.size;

  const write = (level: number | 'entries', index: number, parts: readonly Uint8Array[]) =>
    files.push({ path: tilePath({ level, index, width: parts.length }), bytes: concatBytes(...parts) });

  const climb = (level: number, subtree: TreeHash): void => {
    const hashes = levels[level] ?? [];
    levels[level] = hashes;
    hashes.push(subtree);
    if (hashes.length < tileWidth) return;
    write(level, levelLength(level, size) / tileWidth - 1, hashes);
    levels[level] = [];
    climb(level + 1, treeHash(hashes, hash));
  };

  for (const entry of added) {
    size += 1;
    entries.push(entry);
    climb(0, leafHash(entry, hash));
    if (entries.length < tileWidth) continue;
    write('entries', size / tileWidth - 1, entries.map(framedEntry));
    entries = [];
  }

  const changed = (level: number | 'entries') => levelLength(level, size) > levelLength(level, tail.size);
  if (entries.length > 0 && changed('entries')) {
    write('entries', Math.floor(size / tileWidth), entries.map(framedEntry));
  }
  levels.forEach((hashes, level) => {
    if (hashes.length > 0 && changed(level)) {
      write(level, Math.floor(levelLength(level, size) / tileWidth), hashes);
    }
  });
  return { tail: { size, entries, levels }, files };
}
