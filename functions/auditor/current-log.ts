import { type Checkpoint, openCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { fault, LedgerDamagedError, soundOrThrow } from '../../shared/ledger/faults.ts';
import { followKeyChanges } from '../../shared/ledger/key-change.ts';
import type { TileReader } from '../../shared/ledger/tile.ts';
import { newestNote, publishedKeys } from '../ledger/checkpoint-file.ts';
import type { AuditorSystem } from './auditor-system.ts';

/** The log as its newest checkpoint says; `note` is that checkpoint as it was signed, absent before the first. */
export type CurrentLog = {
  readonly origin: string;
  readonly size: number;
  readonly read: TileReader;
  readonly note?: string;
  /** How its keys changed, as files carry it along; see key-change.ts. */
  readonly keyChanges: readonly string[];
};

/** @throws LedgerDamagedError when the newest checkpoint does not hold. */
export async function currentLog({
  ledger: { store, origin },
}: Pick<AuditorSystem, 'ledger'>): Promise<CurrentLog> {
  const note = await newestNote(store);
  if (note === undefined) return { origin, size: 0, read: store.read, keyChanges: [] };
  const { keys, changes } = await publishedKeys(store);
  const logKeys = soundOrThrow(followKeyChanges(keys, changes));
  const checkpoint: Checkpoint = soundOrThrow(openCheckpoint(note, logKeys));
  if (checkpoint.origin !== origin) {
    throw new LedgerDamagedError(fault('other-log', { found: checkpoint.origin, expected: origin }));
  }
  return { origin, size: checkpoint.size, read: store.read, note, keyChanges: changes };
}
