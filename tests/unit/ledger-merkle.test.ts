import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Sha256, sha256 } from '../../shared/ledger/digest.ts';
import { leafHash, nodeHash, treeHash } from '../../shared/ledger/merkle-hash.ts';
import { verifyConsistency, verifyInclusion } from '../../shared/ledger/merkle-proof.ts';
import { consistencySpans, inclusionSpans, perfectSubtrees } from '../../shared/ledger/merkle-shape.ts';
import vectors from '../../shared/ledger/test-vectors.json' with { type: 'json' };

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
const { tree } = vectors;
const published = tree.entries.map((entry) => leafHash(bytes(entry)));

const largest = 600;
const leaves = Array.from({ length: largest }, (_, at) => leafHash(new TextEncoder().encode(String(at))));

/** RFC 6962 section 2.1, word for word: the reference the faster ways are held against. */
const mth = (hashes: readonly Uint8Array[]): Uint8Array => {
  if (hashes.length === 0) return sha256(new Uint8Array());
  if (hashes.length === 1) return hashes[0]!;
  let half = 1;
  while (half * 2 < hashes.length) half *= 2;
  return nodeHash(mth(hashes.slice(0, half)), mth(hashes.slice(half)));
};
const head = (size: number) => ({ size, root: treeHash(leaves.slice(0, size)) });
const rootsOf = (spans: readonly { begin: number; end: number }[]) =>
  spans.map(({ begin, end }) => treeHash(leaves.slice(begin, end)));

const size = fc.integer({ min: 1, max: largest });
const within = size.chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1)));
const pair = size.chain((n) => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n)));
const flipped = (hash: Uint8Array, bit: number) => {
  const copy = new Uint8Array(hash);
  copy[(bit >> 3) % 32]! ^= 1 << (bit & 7);
  return copy;
};

describe('published trees', () => {
  test('have their published roots', () => {
    expect(tree.roots.map((_, n) => hex(treeHash(published.slice(0, n))))).toEqual(tree.roots);
  });

  test.each(tree.counted.roots)('of $size counted entries as well', ({ size: n, root }) => {
    const counted = Array.from({ length: n }, (_, at) => leafHash(new TextEncoder().encode(String(at))));
    expect(hex(treeHash(counted))).toBe(root);
  });

  test.each(tree.inclusion)('include entry $index of $size', ({ index, size: n, proof }) => {
    const root = bytes(tree.roots[n]!);
    expect(verifyInclusion(published[index]!, index, { size: n, root }, proof.map(bytes))).toBe(true);
    expect(
      inclusionSpans(index, n).map(({ begin, end }) => hex(treeHash(published.slice(begin, end)))),
    ).toEqual(proof);
  });

  test.each(tree.consistency)('of $newer begin with those of $older', ({ older, newer, proof }) => {
    const at = (n: number) => ({ size: n, root: bytes(tree.roots[n]!) });
    expect(verifyConsistency(at(older), at(newer), proof.map(bytes))).toBe(true);
    expect(
      consistencySpans(older, newer).map(({ begin, end }) => hex(treeHash(published.slice(begin, end)))),
    ).toEqual(proof);
  });
});

describe('the tree hash', () => {
  test('is that of RFC 6962 for every size', () => {
    fc.assert(fc.property(fc.nat(largest), (n) => hex(head(n).root) === hex(mth(leaves.slice(0, n)))));
  });

  test('is the same with another SHA-256', () => {
    const node: Sha256 = (input) => createHash('sha256').update(input).digest();
    expect(hex(treeHash(leaves, node))).toBe(hex(head(largest).root));
  });

  test('keeps a leaf from passing for a node', () => {
    const [left, right] = [leaves[0]!, leaves[1]!];
    expect(hex(leafHash(Buffer.concat([left, right])))).not.toBe(hex(nodeHash(left, right)));
  });
});

describe('an inclusion proof', () => {
  const prove = (index: number, n: number) => rootsOf(inclusionSpans(index, n));

  test('holds for any entry of any tree', () => {
    fc.assert(fc.property(within, ([n, at]) => verifyInclusion(leaves[at]!, at, head(n), prove(at, n))));
  });

  test('fails when any bit of it, of the leaf or of the root is flipped', () => {
    fc.assert(
      fc.property(within, fc.nat(255), fc.nat(), ([n, at], bit, pick) => {
        const proof = prove(at, n);
        const { root } = head(n);
        expect(verifyInclusion(flipped(leaves[at]!, bit), at, head(n), proof)).toBe(false);
        expect(verifyInclusion(leaves[at]!, at, { size: n, root: flipped(root, bit) }, proof)).toBe(false);
        if (proof.length === 0) return;
        const step = pick % proof.length;
        expect(verifyInclusion(leaves[at]!, at, head(n), proof.with(step, flipped(proof[step]!, bit)))).toBe(
          false,
        );
      }),
    );
  });

  test('fails for another place, and with a step more or less', () => {
    fc.assert(
      fc.property(within, fc.nat(largest), ([n, at], other) => {
        const proof = prove(at, n);
        expect(verifyInclusion(leaves[at]!, other, head(n), proof)).toBe(other === at);
        expect(verifyInclusion(leaves[at]!, at, head(n), [...proof, leaves[0]!])).toBe(false);
        if (proof.length > 0) expect(verifyInclusion(leaves[at]!, at, head(n), proof.slice(1))).toBe(false);
      }),
    );
  });

  test.each([-1, 0.5, 5, Number.NaN])('fails for the impossible index %d', (index) => {
    expect(verifyInclusion(leaves[0]!, index, head(5), prove(0, 5))).toBe(false);
  });
});

describe('a consistency proof', () => {
  const prove = (older: number, newer: number) => rootsOf(consistencySpans(older, newer));

  test('holds for every pair of sizes up to 70', () => {
    for (let newer = 1; newer <= 70; newer += 1) {
      for (let older = 1; older <= newer; older += 1) {
        expect([older, newer, verifyConsistency(head(older), head(newer), prove(older, newer))]).toEqual([
          older,
          newer,
          true,
        ]);
      }
    }
  });

  test('holds for any pair, and fails when any bit is flipped', () => {
    fc.assert(
      fc.property(pair, fc.nat(255), fc.nat(), ([older, newer], bit, pick) => {
        const proof = prove(older, newer);
        const [before, after] = [head(older), head(newer)];
        expect(verifyConsistency(before, after, proof)).toBe(true);
        expect(verifyConsistency({ ...before, root: flipped(before.root, bit) }, after, proof)).toBe(false);
        expect(verifyConsistency(before, { ...after, root: flipped(after.root, bit) }, proof)).toBe(false);
        expect(verifyConsistency(before, after, [...proof, before.root])).toBe(false);
        if (proof.length === 0) return;
        const step = pick % proof.length;
        expect(verifyConsistency(before, after, proof.with(step, flipped(proof[step]!, bit)))).toBe(false);
      }),
    );
  });

  test('needs nothing to show that a log grew out of the empty one', () => {
    expect(verifyConsistency(head(0), head(9), [])).toBe(true);
    expect(verifyConsistency(head(0), head(9), [leaves[0]!])).toBe(false);
  });

  test('cannot show that a log shrank', () => {
    expect(verifyConsistency(head(9), head(8), [])).toBe(false);
  });
});

describe('perfect subtrees', () => {
  test('cover a span without gap or overlap', () => {
    fc.assert(
      fc.property(pair, ([begin, end]) => {
        let at = begin;
        for (const { height, index } of perfectSubtrees({ begin, end })) {
          expect(index * 2 ** height).toBe(at);
          at += 2 ** height;
        }
        expect(at).toBe(end);
      }),
    );
  });
});
