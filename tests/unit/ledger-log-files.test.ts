import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryBytes, entryOf } from '../../shared/ledger/log-entry.ts';
import { proveBlock, proveConsistency, proveInclusion, readEntries } from '../../shared/ledger/log-proof.ts';
import { appendEntries, emptyTail, type LogTail, readTail, treeHead } from '../../shared/ledger/log-tail.ts';
import { leafHash, treeHash } from '../../shared/ledger/merkle-hash.ts';
import { verifyConsistency, verifyInclusion } from '../../shared/ledger/merkle-proof.ts';
import vectors from '../../shared/ledger/test-vectors.json' with { type: 'json' };
import {
  framedEntry,
  parseTile,
  partialTiles,
  type Tile,
  type TileReader,
  tilePath,
} from '../../shared/ledger/tile.ts';
import { chainOf } from '../support/ledger.ts';

const largest = 70_000;
const entries = Array.from({ length: largest }, (_, at) => new TextEncoder().encode(`entry ${at}`));
const leaves = entries.map((entry) => leafHash(entry));
const roots = new Map<number, Uint8Array>();
const rootAt = (size: number): Uint8Array => {
  const root = roots.get(size) ?? treeHash(leaves.slice(0, size));
  roots.set(size, root);
  return root;
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The log of the first entries, appended in steps as the sealer would, with its files. */
function logOf(size: number, step = size || 1) {
  const files = new Map<string, Uint8Array>();
  let tail: LogTail = emptyTail;
  for (let at = 0; at < size; at += step) {
    const added = appendEntries(tail, entries.slice(at, Math.min(at + step, size)));
    tail = added.tail;
    for (const { path, bytes } of added.files) files.set(path, bytes);
  }
  return { tail, files, read: async (path: string) => files.get(path) };
}
const big = logOf(largest, 9_999);

describe('paths', () => {
  test.each(vectors.tilePaths)('$path', ({ level, index, width, path }) => {
    expect(tilePath({ level, index, width } as Tile)).toBe(path);
  });
});

describe('the files of a log', () => {
  test('are, for 70,000 entries, those of the example in the specification', () => {
    const tiles = [...logOf(largest).files.keys()].filter((path) => !path.startsWith('tile/entries/'));
    expect(tiles.filter((path) => path.startsWith('tile/0/') && !path.includes('.p/'))).toHaveLength(273);
    expect(tiles.filter((path) => !path.startsWith('tile/0/') || path.includes('.p/')).sort()).toEqual([
      'tile/0/273.p/112',
      'tile/1/000',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
  });

  test('of 256 entries are a full tile and the first hash of the level above', () => {
    const { files } = logOf(256);
    expect([...files.keys()].sort()).toEqual(['tile/0/000', 'tile/1/000.p/1', 'tile/entries/000']);
    expect(files.get('tile/0/000')).toHaveLength(8192);
    expect(hex(files.get('tile/1/000.p/1')!)).toBe(hex(rootAt(256)));
  });

  test('hold the hashes that the specification says, at every level', () => {
    const hashes = (path: string, width: number, level: number) =>
      parseTile({ level, index: 0, width }, big.files.get(path)!);
    const level1 = hashes('tile/1/000', 256, 1);
    expect(level1.ok && hex(level1.value[200]!)).toBe(hex(treeHash(leaves.slice(200 * 256, 201 * 256))));
    const level2 = hashes('tile/2/000.p/1', 1, 2);
    expect(level2.ok && hex(level2.value[0]!)).toBe(hex(rootAt(65_536)));
  });

  test('do not depend on how the entries came in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_500 }), fc.integer({ min: 1, max: 600 }), (size, step) => {
        const [whole, stepwise] = [logOf(size), logOf(size, step)];
        expect(hex(treeHead(stepwise.tail).root)).toBe(hex(rootAt(size)));
        for (const [path, bytes] of whole.files) expect(hex(stepwise.files.get(path)!)).toBe(hex(bytes));
      }),
      { numRuns: 40 },
    );
  });

  test('are the same when they are written again after a crash', () => {
    const { tail } = logOf(300);
    const once = appendEntries(tail, entries.slice(300, 520));
    expect(appendEntries(tail, entries.slice(300, 520))).toEqual(once);
    expect(once.files.map(({ path }) => path)).toEqual([
      'tile/0/001',
      'tile/entries/001',
      'tile/entries/002.p/8',
      'tile/0/002.p/8',
      'tile/1/000.p/2',
    ]);
  });

  test('none is written for nothing', () => {
    const { tail } = logOf(300);
    expect(appendEntries(tail, [])).toEqual({ tail, files: [] });
  });

  test('frame an entry of up to 65,535 bytes', () => {
    expect([...framedEntry(new Uint8Array(0xffff)).subarray(0, 2)]).toEqual([0xff, 0xff]);
    expect(() => framedEntry(new Uint8Array(0x10000))).toThrow(RangeError);
  });
});

describe('the tail of a stored log', () => {
  test.each([0, 1, 255, 256, 257, 511, 65_535, 65_536, 69_888, 70_000])(
    'of %d entries goes on as if never put down',
    async (size) => {
      const { tail, files, read } = logOf(size, 40_000);
      const again = await readTail({ size, root: rootAt(size) }, read);
      expect(again.ok && treeHead(again.value)).toEqual(treeHead(tail));
      const next = entries.slice(0, 300);
      expect(again.ok && appendEntries(again.value, next)).toEqual(appendEntries(tail, next));
      expect(partialTiles(size).every((tile) => files.has(tilePath(tile)))).toBe(true);
    },
  );

  test('is found in the full tiles when the partial ones were cleared away', async () => {
    const { files, read } = logOf(600, 300);
    for (const path of files.keys()) if (path.includes('001.p/')) files.delete(path);
    const tail = await readTail({ size: 300, root: rootAt(300) }, read);
    expect(tail.ok && tail.value.entries.length).toBe(44);
  });

  const head = { size: 700, root: rootAt(700) };
  test.each([
    ['a missing tile', 'tile/0/002.p/188', () => undefined, 'tile-missing'],
    ['a tile cut short', 'tile/0/002.p/188', (bytes: Uint8Array) => bytes.slice(1), 'tile-damaged'],
    [
      'a bundle cut short',
      'tile/entries/002.p/188',
      (bytes: Uint8Array) => bytes.slice(0, -1),
      'tile-damaged',
    ],
    [
      'a tile with another hash in it',
      'tile/0/002.p/188',
      (bytes: Uint8Array) => bytes.with(40, bytes[40]! ^ 1),
      'tree-mismatch',
    ],
    [
      'a higher tile with another hash in it',
      'tile/1/000.p/2',
      (bytes: Uint8Array) => bytes.with(0, bytes[0]! ^ 1),
      'tree-mismatch',
    ],
    [
      'a bundle with another entry in it',
      'tile/entries/002.p/188',
      (bytes: Uint8Array) => bytes.with(4, bytes[4]! ^ 1),
      'tree-mismatch',
    ],
  ] as const)('is refused with %s', async (_name, path, damage, code) => {
    const { files, read } = logOf(700);
    const damaged = damage(files.get(path)!);
    if (damaged) files.set(path, damaged);
    else files.delete(path);
    expect(await readTail(head, read)).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('proofs from stored tiles', () => {
  const provesIn = async (at: number, n: number, read: TileReader) => {
    const proof = await proveInclusion(at, n, read);
    return proof.ok && verifyInclusion(leaves[at]!, at, { size: n, root: rootAt(n) }, proof.value);
  };

  test('of inclusion hold for any entry at any size', async () => {
    const within = fc.integer({ min: 1, max: 3_000 }).chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1)));
    await fc.assert(
      fc.asyncProperty(within, async ([n, at]) => provesIn(at, n, logOf(n).read)),
      { numRuns: 30 },
    );
  });

  test.each([0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999])(
    'of inclusion hold for entry %d of 70,000',
    async (at) => {
      expect(await provesIn(at, largest, big.read)).toBe(true);
    },
  );

  test('of inclusion hold for a size sealed before, also when its partial tiles were cleared away', async () => {
    const { files, read } = logOf(2_000, 1_000);
    for (const path of files.keys()) if (path.includes('003.p/')) files.delete(path);
    expect(await provesIn(999, 1_000, read)).toBe(true);
  });

  test('of consistency hold from any size', async () => {
    const newer = { size: largest, root: rootAt(largest) };
    await fc.assert(
      fc.asyncProperty(fc.nat(largest), async (n) => {
        const proof = await proveConsistency(n, largest, big.read);
        expect(proof.ok && verifyConsistency({ size: n, root: rootAt(n) }, newer, proof.value)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test('of every block hold in the coarser tree, the unfinished last one too', async () => {
    const blocks = { size: 274, root: rootAt(largest) };
    for (const block of [0, 1, 17, 255, 256, 272, 273]) {
      const found = await proveBlock(block, largest, big.read);
      expect(found.ok && found.value.leaves).toHaveLength(block === 273 ? 112 : 256);
      expect(
        found.ok && verifyInclusion(treeHash(found.value.leaves), block, blocks, found.value.proof),
      ).toBe(true);
    }
  });

  test('are not made for what the log does not have', async () => {
    await expect(proveInclusion(largest, largest, big.read)).rejects.toThrow(RangeError);
    await expect(proveConsistency(largest + 1, largest, big.read)).rejects.toThrow(RangeError);
  });

  test('are refused when a tile is missing', async () => {
    const without = async (path: string) => (path === 'tile/1/000' ? undefined : big.files.get(path));
    expect(await proveInclusion(0, largest, without)).toMatchObject({
      ok: false,
      fault: { code: 'tile-missing' },
    });
  });
});

describe('entries read back', () => {
  const events = chainOf('PL-1', 300);
  const { files } = appendEntries(
    emptyTail,
    events.map((event) => entryBytes(entryOf(event))),
  );
  const stored = new Map(files.map(({ path, bytes }) => [path, bytes]));

  test('are those sealed', async () => {
    const second = await readEntries(1, 300, async (path) => stored.get(path));
    expect(second).toEqual({ ok: true, value: events.slice(256).map(entryOf) });
  });

  test('are refused when they are not entries of ours', async () => {
    expect(await readEntries(0, 300, big.read)).toMatchObject({ ok: false, fault: { code: 'tile-damaged' } });
  });
});
