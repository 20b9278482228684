import { startOfDayInstant } from '../../shared/calendar/instant.ts';
import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';
import { type Fault, fault, LedgerDamagedError, soundOrThrow } from '../../shared/ledger/faults.ts';
import type { LogEntry } from '../../shared/ledger/log-entry.ts';
import { readEntries } from '../../shared/ledger/log-proof.ts';
import { type LogTail, readTail } from '../../shared/ledger/log-tail.ts';
import { tileWidth } from '../../shared/ledger/tile.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { Signers } from '../ledger/signer.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { firstDayOfJournal, instantLength } from '../persistence/journal-places.ts';
import {
  enterSeals,
  readProgress,
  type SealedPlace,
  type SealingProgress,
  writeProgress,
} from '../persistence/seal-register.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Tables } from '../persistence/tables.ts';
import { type Found, findUnsealed, type Position, positionAt } from './find-unsealed.ts';
import { KnownSeals } from './known-seals.ts';
import { appendBatch, settleBatch, settledBatch } from './seal-batch.ts';
import { takeUpLog } from './take-up-log.ts';

export type SealerDeps = {
  readonly tables: Tables;
  readonly ledger: LedgerStore;
} & Signers;

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

/** How the log stands, for a run that adds to it. */
type Log = { readonly checkpoint: Checkpoint; readonly tail?: LogTail };

/**
 * The register is brought up to the log when a run ends, and within a long one after so many entries: by then many
 * of them belong to the same chains, and share a write.
 */
const enteredAtOnce = 128 * tileWidth;

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
  const { tables, ledger } = deps;
  const opened: Log = { checkpoint: await takeUpLog(ledger, deps, now) };
  const before = opened.checkpoint.size;
  let log = await finishBegun(deps, opened);
  let progress = await enterFromLog(deps, log.checkpoint, await readProgress(tables), now);
  const start = await startOf(tables, progress, now, lookBackMs);
  const faults: Fault[] = [];
  const seals = new KnownSeals(tables, progress);
  const look = (from: Position | undefined) => from && findUnsealed(tables, seals, from, now, batchSize);

  let [position, looking] = [start, look(start)];
  while (looking !== undefined) {
    const found: Found = await looking;
    const { entries } = found;
    if (entries.length > 0) {
      const from = log.checkpoint.size;
      if (!(await settleBatch(ledger, from, { at: now, entries }))) {
        // Another sealer was first: its batch is finished instead, and this part of the journal looked at again.
        log = await finishBegun(deps, log, seals);
        looking = look(position);
        continue;
      }
      seals.add(placed(entries, from));
      if (found.next) progress = { ...progress, sealedThrough: instantOf(found.next) };
    }
    faults.push(...found.faults);
    position = found.next;
    looking = look(position);
    // What comes next is looked for while this is being written.
    looking?.catch(() => undefined);
    if (entries.length > 0) log = await append(deps, log, entries);
    if (log.checkpoint.size - progress.inRegister >= enteredAtOnce) {
      progress = await enterFromLog(deps, log.checkpoint, progress, now);
    }
  }
  progress = await enterFromLog(deps, log.checkpoint, progress, now);
  if (start !== undefined) await writeProgress(tables, { ...progress, sealedThrough: now });
  return { sealed: log.checkpoint.size - before, size: log.checkpoint.size, faults };
}

const placed = (entries: readonly LogEntry[], from: number): readonly SealedPlace[] =>
  entries.map(({ caseId, seq }, offset) => ({ caseId, seq, index: from + offset }));

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

const instantOf = ({ day, after }: Position): string =>
  after.length >= instantLength ? after.slice(0, instantLength) : startOfDayInstant(day);

/** Appends what was settled by another run: just now, or by one that did not come to its end. */
async function finishBegun(deps: SealerDeps, opened: Log, seals?: KnownSeals): Promise<Log> {
  let log = opened;
  for (;;) {
    const from = log.checkpoint.size;
    const batch = await settledBatch(deps.ledger, from);
    if (batch === undefined) return log;
    log = await append(deps, log, batch.entries);
    seals?.add(placed(batch.entries, from));
  }
}

async function append(deps: SealerDeps, log: Log, entries: readonly LogEntry[]): Promise<Log> {
  const tail = log.tail ?? soundOrThrow(await readTail(log.checkpoint, deps.ledger.read, sha256));
  return appendBatch(deps.ledger, deps, tail, entries);
}

/** Enters into the register what the log holds beyond it; all of the log, where a former version kept it. */
async function enterFromLog(
  { tables, ledger }: SealerDeps,
  { size }: Checkpoint,
  begun: SealingProgress,
  now: string,
): Promise<SealingProgress> {
  if (size < begun.entered) {
    throw new LedgerDamagedError(fault('rolled-back', { older: begun.entered, newer: size }));
  }
  let progress = begun;
  while (progress.inRegister < size) {
    const from = progress.inRegister;
    const to = Math.min(size, from + enteredAtOnce);
    const first = Math.floor(from / tileWidth);
    const blocks = Array.from({ length: Math.ceil(to / tileWidth) - first }, (_, nth) => first + nth);
    const bundles = await concurrently(blocks, (block) => readEntries(block, size, ledger.read));
    const entries = bundles.flatMap(soundOrThrow);
    const places = placed(entries, first * tileWidth).slice(from - first * tileWidth);
    await enterSeals(tables, places);
    const inRegister = from + places.length;
    const grown = Math.max(progress.entered, inRegister);
    progress = {
      ...progress,
      inRegister,
      entered: grown,
      ...(grown > progress.entered && { sealedAt: now }),
    };
    await writeProgress(tables, progress);
  }
  return progress;
}
