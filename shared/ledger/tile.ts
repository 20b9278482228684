import { concatBytes } from '@noble/hashes/utils.js';
import { sound, unsound, type Verdict } from './faults.ts';
import { hashSize } from './merkle-hash.ts';

/** C2SP tlog-tiles: a tile spans eight levels of the tree. */
export const tileWidth = 256;

/**
 * A stored piece of the log: at a level from 0 on, up to 256 consecutive roots of subtrees of
 * `256 ** level` entries; as `entries`, the entries themselves. `width` below 256 marks a partial one.
 */
export type Tile = { readonly level: number | 'entries'; readonly index: number; readonly width: number };

/** Where a tile lies: `tile/<L>/<N>[.p/<W>]`, the index in groups of three digits (`x001/x234/067`). */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const place = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${place}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** How many hashes (or entries) a level holds in a log of `size` entries. */
export const levelLength = (level: number | 'entries', size: number): number =>
  level === 'entries' ? size : Math.floor(size / tileWidth ** level);

/** The tile at `index` of a level, as wide as a log of `size` entries fills it; width 0 when it is empty. */
export const tileAt = (level: number | 'entries', index: number, size: number): Tile => ({
  level,
  index,
  width: Math.max(0, Math.min(tileWidth, levelLength(level, size) - index * tileWidth)),
});

/** The unfinished tiles of a log: what must be read again to go on appending, entries first, then by level. */
export function partialTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; levelLength(level, size) > 0; level += 1) {
    const tile = tileAt(level, Math.floor(levelLength(level, size) / tileWidth), size);
    if (tile.width > 0) tiles.push(...(level === 0 ? [{ ...tile, level: 'entries' as const }] : []), tile);
  }
  return tiles;
}

/** An entry as a bundle holds it: two bytes of length, big-endian, then the entry. */
export function framedEntry(entry: Uint8Array): Uint8Array<ArrayBuffer> {
  if (entry.length > 0xffff)
    throw new RangeError(`A log entry of ${entry.length} bytes does not fit a bundle`);
  return concatBytes(Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry);
}

function parseBundle(bytes: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at, 2).getUint16(0);
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at === bytes.length ? entries : undefined;
}

const parseHashes = (bytes: Uint8Array): Uint8Array[] | undefined =>
  bytes.length % hashSize === 0
    ? Array.from({ length: bytes.length / hashSize }, (_, at) =>
        bytes.subarray(at * hashSize, (at + 1) * hashSize),
      )
    : undefined;

/** The hashes, or the entries, in a tile's bytes; refused when they are not exactly as many as the tile is wide. */
export function parseTile(tile: Tile, bytes: Uint8Array): Verdict<readonly Uint8Array[]> {
  const items = tile.level === 'entries' ? parseBundle(bytes) : parseHashes(bytes);
  return items?.length === tile.width ? sound(items) : unsound('tile-damaged', { path: tilePath(tile) });
}

/** Gives the bytes of a file of the log, or nothing when there is none. */
export type TileReader = (path: string) => Promise<Uint8Array | undefined>;

/** What is in a tile. A partial tile may have been cleared away once the full one exists: then that is read. */
export async function readTile(tile: Tile, read: TileReader): Promise<Verdict<readonly Uint8Array[]>> {
  for (const width of new Set([tile.width, tileWidth])) {
    const stored = { ...tile, width };
    const bytes = await read(tilePath(stored));
    if (!bytes) continue;
    const items = parseTile(stored, bytes);
    return items.ok ? sound(items.value.slice(0, tile.width)) : items;
  }
  return unsound('tile-missing', { path: tilePath(tile) });
}
