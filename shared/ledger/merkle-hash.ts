import { type Sha256, sha256 } from './digest.ts';

/** A SHA-256 of the tree, 32 bytes. */
export type TreeHash = Uint8Array;

/** What a checkpoint says of the log: how many entries, under which root. */
export type TreeHead = { readonly size: number; readonly root: TreeHash };

export const hashSize = 32;

/** RFC 6962 section 2.1: the prefixes keep a leaf from ever passing for an inner node. */
export function leafHash(entry: Uint8Array, hash: Sha256 = sha256): TreeHash {
  const prefixed = new Uint8Array(1 + entry.length);
  prefixed.set(entry, 1);
  return hash(prefixed);
}

export function nodeHash(left: TreeHash, right: TreeHash, hash: Sha256 = sha256): TreeHash {
  const prefixed = new Uint8Array(1 + 2 * hashSize);
  prefixed[0] = 1;
  prefixed.set(left, 1);
  prefixed.set(right, 1 + hashSize);
  return hash(prefixed);
}

/**
 * The root over consecutive subtrees of equal height, of which the last may be smaller. Pairing level by level
 * and carrying an odd one up gives the same tree as RFC 6962's split at the largest power of two.
 */
export function treeHash(subtrees: readonly TreeHash[], hash: Sha256 = sha256): TreeHash {
  let level = subtrees;
  while (level.length > 1) {
    const above: TreeHash[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index];
      const right = level[index + 1];
      if (left) above.push(right ? nodeHash(left, right, hash) : left);
    }
    level = above;
  }
  return level[0] ?? hash(new Uint8Array());
}
