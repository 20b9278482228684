import { sameBytes } from './bytes.ts';
import { type Fault, fault } from './faults.ts';
import type { TreeHead } from './merkle-hash.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Where one key takes over from another: the head of the log, and the whole of the other key as it is published. */
export type Handover = TreeHead & { readonly other: string };

/**
 * A key of the log with its term: the heads of the log between which it vouches for checkpoints, both included; from
 * the beginning, or for good, where one is absent. Sizes of the log are the only time that nobody can set back.
 */
export type LogKey = VerifierKey & { readonly from?: Handover; readonly until?: Handover };

/** What is wrong with a checkpoint signed by this key: it was not, or no longer, the one to sign it. */
export function checkTerm({ id, from, until }: LogKey, head: TreeHead): Fault | undefined {
  const { size } = head;
  if (until && size > until.size) return fault('key-retired', { key: id, until: until.size, size });
  if (from && size < from.size) return fault('key-too-early', { key: id, from: from.size, size });
  const pinned = [from, until].find((one) => one?.size === size);
  return pinned && !sameBytes(pinned.root, head.root) ? fault('forked', { older: size }) : undefined;
}
