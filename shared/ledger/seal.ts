import * as z from 'zod';
import { HashTextSchema, hashBytes, toBase64 } from './bytes.ts';
import { type Sha256, sha256 } from './digest.ts';
import { soundOrThrow } from './faults.ts';
import { entryBytes, type LogEntry } from './log-entry.ts';
import { proveInclusion } from './log-proof.ts';
import { leafHash, type TreeHead } from './merkle-hash.ts';
import { verifyInclusion } from './merkle-proof.ts';
import type { TileReader } from './tile.ts';

/** Where the log holds an event (counted from 0) and the RFC 6962 inclusion proof, leaf's sibling first. */
export const SealSchema = z.strictObject({
  index: z.int().min(0),
  proof: z.array(HashTextSchema).max(64),
});
export type Seal = z.infer<typeof SealSchema>;

/** Whether the log of this head holds the entry where the seal says. */
export const isSealed = (entry: LogEntry, seal: Seal, head: TreeHead, hash: Sha256 = sha256): boolean =>
  verifyInclusion(leafHash(entryBytes(entry), hash), seal.index, head, seal.proof.map(hashBytes), hash);

/**
 * The seal of entry `index` in the stored log of `size` entries.
 * @throws LedgerDamagedError when a tile that it needs is missing or damaged.
 */
export async function sealOf(index: number, size: number, read: TileReader): Promise<Seal> {
  const proof = soundOrThrow(await proveInclusion(index, size, read));
  return { index, proof: proof.map(toBase64) };
}
