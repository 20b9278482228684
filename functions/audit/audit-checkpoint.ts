import { type Checkpoint, checkGrowth, openCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { fault } from '../../shared/ledger/faults.ts';
import { followKeyChanges } from '../../shared/ledger/key-change.ts';
import { proveConsistency } from '../../shared/ledger/log-proof.ts';
import { newestNote, publishedKeys } from '../ledger/checkpoint-file.ts';
import { readProgress } from '../persistence/seal-register.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Audited, Findings } from './audit-report.ts';

export type OpenedCheckpoint = { readonly note: string; readonly checkpoint: Checkpoint };

/**
 * The newest checkpoint, if one of the auditor's keys has signed it, or one that took over from it; and whether the log has only grown: beyond
 * the checkpoint that the auditor kept from the last time, and beyond what the register has entered.
 */
export async function auditCheckpoint(
  { tables, store, keys: held }: Audited,
  kept: string | undefined,
  findings: Findings,
): Promise<OpenedCheckpoint | undefined> {
  const { entered } = await readProgress(tables);
  const note = await newestNote(store);
  if (note === undefined) {
    if (entered > 0 || kept !== undefined) findings.add(fault('no-checkpoint'));
    return undefined;
  }
  // Statements about changes of key prove themselves by a key that the auditor holds.
  const followed = followKeyChanges(held, (await publishedKeys(store)).changes);
  if (!followed.ok) {
    findings.add(followed.fault);
    return undefined;
  }
  const keys = followed.value;
  const opened = openCheckpoint(note, keys);
  if (!opened.ok) {
    findings.add(opened.fault);
    return undefined;
  }
  const checkpoint = opened.value;
  if (checkpoint.size < entered) {
    findings.add(fault('rolled-back', { older: entered, newer: checkpoint.size }));
  }
  if (kept !== undefined) {
    const older = openCheckpoint(kept, keys);
    if (!older.ok) findings.add(older.fault);
    else await checkGrown(older.value, checkpoint);
  }
  return { note, checkpoint };

  async function checkGrown(older: Checkpoint, newer: Checkpoint): Promise<void> {
    if (newer.size < older.size) {
      // Already said where the register knows of it too.
      if (newer.size >= entered) findings.add(checkGrowth(older, newer, []));
      return;
    }
    const proof = await proveConsistency(older.size, newer.size, store.read, sha256);
    findings.add(proof.ok ? checkGrowth(older, newer, proof.value) : proof.fault);
  }
}
