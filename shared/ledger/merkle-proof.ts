import { sameBytes } from './bytes.ts';
import { type Sha256, sha256 } from './digest.ts';
import { nodeHash, type TreeHash, type TreeHead } from './merkle-hash.ts';
import { consistencySpans, inclusionSpans } from './merkle-shape.ts';

/** Whether `proof` (RFC 6962 section 2.1.1) shows that entry `index` of the tree has this leaf hash. */
export function verifyInclusion(
  leaf: TreeHash,
  index: number,
  head: TreeHead,
  proof: readonly TreeHash[],
  hash: Sha256 = sha256,
): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= head.size) return false;
  const spans = inclusionSpans(index, head.size);
  if (proof.length !== spans.length) return false;
  const root = proof.reduce<TreeHash>((known, sibling, step) => {
    const siblingIsRight = (spans[step]?.begin ?? 0) > index;
    return siblingIsRight ? nodeHash(known, sibling, hash) : nodeHash(sibling, known, hash);
  }, leaf);
  return sameBytes(root, head.root);
}

/**
 * Whether `proof` (RFC 6962 section 2.1.2) shows that the newer tree begins with the whole older one.
 * Every tree begins with the empty one; that needs no proof and accepts none.
 */
export function verifyConsistency(
  older: TreeHead,
  newer: TreeHead,
  proof: readonly TreeHash[],
  hash: Sha256 = sha256,
): boolean {
  if (older.size > newer.size) return false;
  if (older.size === 0) return proof.length === 0;
  const spans = consistencySpans(older.size, newer.size);
  if (proof.length !== spans.length) return false;
  // When the older tree is itself a node of the newer one, its root is where both reckonings begin.
  const startIsTold = spans[0] !== undefined && spans[0].end === older.size;
  const start = startIsTold ? proof[0] : older.root;
  if (!start) return false;
  let [olderRoot, newerRoot] = [start, start];
  for (let step = startIsTold ? 1 : 0; step < proof.length; step += 1) {
    const [span, sibling] = [spans[step], proof[step]];
    if (!span || !sibling) return false;
    if (span.begin < older.size) {
      olderRoot = nodeHash(sibling, olderRoot, hash);
      newerRoot = nodeHash(sibling, newerRoot, hash);
    } else {
      newerRoot = nodeHash(newerRoot, sibling, hash);
    }
  }
  return sameBytes(olderRoot, older.root) && sameBytes(newerRoot, newer.root);
}
