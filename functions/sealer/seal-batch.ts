import * as z from 'zod';
import { InstantSchema } from '../../shared/calendar/instant.ts';
import { sameBytes } from '../../shared/ledger/bytes.ts';
import { canonicalBytes } from '../../shared/ledger/canonical-bytes.ts';
import { type Checkpoint, openCheckpoint, signCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { fault, LedgerDamagedError } from '../../shared/ledger/faults.ts';
import { entryBytes, type LogEntry, LogEntrySchema } from '../../shared/ledger/log-entry.ts';
import { appendEntries, type LogTail, treeHead } from '../../shared/ledger/log-tail.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';
import { checkpointPath } from '../ledger/checkpoint-file.ts';
import { type LedgerStore, writeOnce } from '../ledger/ledger-store.ts';
import type { Signers } from '../ledger/signer.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { sha256 } from '../persistence/sha256.ts';

/**
 * What comes next in the log, settled before any of it is written. There is one such file for each size the log
 * has had, made only where none is: so of two sealers one decides, and whoever comes after a crash goes on with
 * exactly what was begun. From it on everything is determined: tiles and root are the same bytes whoever writes
 * them, and so is the signature but while the log changes its key.
 */
const BatchSchema = z.strictObject({ at: InstantSchema, entries: z.array(LogEntrySchema).min(1) });
export type Batch = { readonly at: string; readonly entries: readonly LogEntry[] };

const batchPath = (size: number): string => `batch/${String(size).padStart(16, '0')}`;

/** What was settled for a log of this size, if anything was. */
export async function settledBatch(store: LedgerStore, size: number): Promise<Batch | undefined> {
  const bytes = await store.read(batchPath(size));
  return bytes && BatchSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** Proposes what comes next; another sealer's proposal may have been first. */
export const settleBatch = (store: LedgerStore, size: number, batch: Batch): Promise<boolean> =>
  store.create(batchPath(size), canonicalBytes(batch));

/** Appends the entries to the log that ends in `tail`: every file first, the checkpoint last. */
export async function appendBatch(
  store: LedgerStore,
  { signer, before }: Signers,
  tail: LogTail,
  entries: readonly LogEntry[],
): Promise<{ readonly tail: LogTail; readonly checkpoint: Checkpoint }> {
  const appended = appendEntries(tail, entries.map(entryBytes), sha256);
  await concurrently(appended.files, ({ path, bytes }) => writeOnce(store, path, bytes));
  const head = treeHead(appended.tail, sha256);
  const path = checkpointPath(head.size);
  const note = new TextEncoder().encode(await signCheckpoint(head, signer, before));
  if (!(await store.create(path, note))) {
    // A sealer that does not know of the other key yet may have been here: the same head by fewer signatures.
    const standing = await store.read(path);
    const keys = [signer, ...(before ? [before] : [])].map((one) => verifierKey(one.name, one.publicKey));
    const opened = standing && openCheckpoint(new TextDecoder().decode(standing), keys);
    if (!opened?.ok || !sameBytes(opened.value.root, head.root)) {
      throw new LedgerDamagedError(fault('tile-damaged', { path }));
    }
  }
  return { tail: appended.tail, checkpoint: { origin: signer.name, ...head } };
}
