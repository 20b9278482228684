import { startOfDayInstant } from '../../shared/calendar/instant.ts';
import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';
import { type Fault, fault, LedgerDamagedError, soundOrThrow } from '../../shared/ledger/faults.ts';
import { entryOf } from '../../shared/ledger/log-entry.ts';
import { readEntries } from '../../shared/ledger/log-proof.ts';
import { type LogTail, readTail } from '../../shared/ledger/log-tail.ts';
import type { Signer } from '../../shared/ledger/signed-note.ts';
import { tileWidth } from '../../shared/ledger/tile.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';
import { newestCheckpoint, publishKey } from '../ledger/checkpoint-file.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { firstDayOfJournal } from '../persistence/journal-places.ts';
import {
  enterSeals,
  readProgress,
  type SealingProgress,
  writeProgress,
} from '../persistence/seal-register.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Tables } from '../persistence/tables.ts';
import { findUnsealed, type Position, positionAt } from './find-unsealed.ts';
import { appendBatch, settleBatch, settledBatch } from './seal-batch.ts';

export type SealerDeps = {
  readonly tables: Tables;
  readonly ledger: LedgerStore;
  readonly signer: Signer;
};

export type SealerRun = {
  /** Entries this run brought into the log, or helped another run to. */
  readonly sealed: number;
  /** Entries in the log now. */
  readonly size: number;
  /** What is wrong with the journal, for the alarm; nothing was held up by it. */
  readonly faults: readonly Fault[];
};

/** One checkpoint covers up to so many events, or a page of the index more. */
const batchSize = 1024;

/**
 * An event gets its instant when the act begins and appears in the index when it has been committed and the
 * index has followed: minutes later at worst. So every run looks back a while for what came late, and the
 * scheduled runs look back a whole day, for a worse day than the worst.
 */
export const lookBack = { onDoorbell: 10 * 60_000, onSchedule: 24 * 3_600_000 } as const;

type Log = { readonly checkpoint: Checkpoint; readonly tail?: LogTail };

/**
 * Brings every event that the log does not hold yet into it. Safe to run at any time, by several at once, and
 * again after a crash at any place: the files of the log say how far it has come, and each step either finds its
 * work done or does it in the only way possible.
 * @throws LedgerDamagedError when the log is not what its checkpoint says, or was rolled back.
 */
export async function runSealer(
  deps: SealerDeps,
  now: string,
  lookBackMs: number = lookBack.onDoorbell,
): Promise<SealerRun> {
  const { tables, ledger, signer } = deps;
  const key = verifierKey(signer.name, signer.publicKey);
  let log: Log = { checkpoint: await newestCheckpoint(ledger, signer.name, [key]) };
  const before = log.checkpoint.size;
  if (before === 0) await publishKey(ledger, key);
  let progress = await readProgress(tables);
  let position = await startOf(tables, progress, now, lookBackMs);
  const journalIsEmpty = position === undefined;
  const faults: Fault[] = [];

  for (;;) {
    log = await finishBegun(deps, log);
    progress = await enterSealed(deps, log.checkpoint, progress, now);
    if (position === undefined) break;
    const found = await findUnsealed(tables, position, now, batchSize);
    if (found.events.length === 0) {
      faults.push(...found.faults);
      position = undefined;
      continue;
    }
    const entries = found.events.map(entryOf);
    // When another sealer was first, its batch is finished instead, and this part of the journal looked at again.
    if (!(await settleBatch(ledger, log.checkpoint.size, { at: now, entries }))) continue;
    faults.push(...found.faults);
    position = found.next;
    if (position) progress = { ...progress, sealedThrough: instantOf(position) };
  }
  if (!journalIsEmpty) await writeProgress(tables, { ...progress, sealedThrough: now });
  return { sealed: log.checkpoint.size - before, size: log.checkpoint.size, faults };
}

/** Where the first run begins: nowhere, while the journal is empty. */
async function startOf(
  tables: Tables,
  { sealedThrough }: SealingProgress,
  now: string,
  lookBackMs: number,
): Promise<Position | undefined> {
  if (sealedThrough === undefined) {
    const firstDay = await firstDayOfJournal(tables);
    return firstDay === undefined ? undefined : positionAt(startOfDayInstant(firstDay));
  }
  // A clock that was put back, as a demonstration does, must not leave a gap.
  const from = sealedThrough < now ? sealedThrough : now;
  return positionAt(new Date(Date.parse(from) - lookBackMs).toISOString());
}

const instantLength = '2026-01-01T00:00:00.000Z'.length;
const instantOf = ({ day, after }: Position): string =>
  after.length >= instantLength ? after.slice(0, instantLength) : startOfDayInstant(day);

/** Appends what was settled: begun by this run, by another one just now, or by one that did not come to its end. */
async function finishBegun({ ledger, signer }: SealerDeps, opened: Log): Promise<Log> {
  let log = opened;
  for (;;) {
    const batch = await settledBatch(ledger, log.checkpoint.size);
    if (batch === undefined) return log;
    const tail = log.tail ?? soundOrThrow(await readTail(log.checkpoint, ledger.read, sha256));
    log = await appendBatch(ledger, signer, tail, batch.entries);
  }
}

/** Enters into the register what the log holds beyond it. */
async function enterSealed(
  { tables, ledger }: SealerDeps,
  { size }: Checkpoint,
  progress: SealingProgress,
  now: string,
): Promise<SealingProgress> {
  if (size < progress.entered) {
    throw new LedgerDamagedError(fault('rolled-back', { older: progress.entered, newer: size }));
  }
  let { entered } = progress;
  while (entered < size) {
    const block = Math.floor(entered / tileWidth);
    const entries = soundOrThrow(await readEntries(block, size, ledger.read));
    const from = block * tileWidth;
    await enterSeals(
      tables,
      entries.map(({ caseId, seq }, offset) => ({ caseId, seq, index: from + offset })).slice(entered - from),
    );
    entered = from + entries.length;
  }
  if (entered === progress.entered) return progress;
  const next = { ...progress, entered, sealedAt: now };
  await writeProgress(tables, next);
  return next;
}
