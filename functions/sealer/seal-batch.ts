import * as z from 'zod';
import { InstantSchema } from '../../shared/calendar/instant.ts';
import { canonicalBytes } from '../../shared/ledger/canonical-bytes.ts';
import { type Checkpoint, signCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { entryBytes, type LogEntry, LogEntrySchema } from '../../shared/ledger/log-entry.ts';
import { appendEntries, type LogTail, treeHead } from '../../shared/ledger/log-tail.ts';
import type { Signer } from '../../shared/ledger/signed-note.ts';
import { checkpointPath } from '../ledger/checkpoint-file.ts';
import { type LedgerStore, writeOnce } from '../ledger/ledger-store.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { sha256 } from '../persistence/sha256.ts';

/**
 * What comes next in the log, settled before any of it is written. There is one such file for each size the log
 * has had, made only where none is: so of two sealers one decides, and whoever comes after a crash goes on with
 * exactly what was begun. From it on everything is determined: tiles, root and signature are the same bytes
 * whoever writes them.
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
  signer: Signer,
  tail: LogTail,
  entries: readonly LogEntry[],
): Promise<{ readonly tail: LogTail; readonly checkpoint: Checkpoint }> {
  const appended = appendEntries(tail, entries.map(entryBytes), sha256);
  await concurrently(appended.files, ({ path, bytes }) => writeOnce(store, path, bytes));
  const head = treeHead(appended.tail, sha256);
  const note = await signCheckpoint(head, signer);
  await writeOnce(store, checkpointPath(head.size), new TextEncoder().encode(note));
  return { tail: appended.tail, checkpoint: { origin: signer.name, ...head } };
}
