import { sameBytes } from '../../shared/ledger/bytes.ts';
import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';
import { fault } from '../../shared/ledger/faults.ts';
import { entryBytes, type LogEntry } from '../../shared/ledger/log-entry.ts';
import { blockCount, readEntries } from '../../shared/ledger/log-proof.ts';
import { appendEntries, emptyTail, type LogFile, readTail, treeHead } from '../../shared/ledger/log-tail.ts';
import { tileWidth } from '../../shared/ledger/tile.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Audited, Findings } from './audit-report.ts';

export type EntryBlock = { readonly from: number; readonly entries: readonly LogEntry[] };

/** A full tile never changes again; unfinished ones are checked with the tail. */
const isFull = ({ path }: LogFile): boolean => !path.includes('.p/');

/**
 * Walks the whole log, block by block, and gives what it holds. Every tile is made again from the entries and
 * compared with the one that is stored, and the root with the one that was signed.
 */
export async function* auditLog(
  { store }: Audited,
  checkpoint: Checkpoint,
  findings: Findings,
): AsyncGenerator<EntryBlock> {
  let tail = emptyTail;
  let whole = true;
  for (let block = 0; block < blockCount(checkpoint.size); block += 1) {
    const entries = await readEntries(block, checkpoint.size, store.read);
    if (!entries.ok) {
      findings.add(entries.fault);
      whole = false;
      continue;
    }
    if (whole) {
      const appended = appendEntries(tail, entries.value.map(entryBytes), sha256);
      tail = appended.tail;
      for (const file of appended.files.filter(isFull)) findings.add(await compareFile(file));
    }
    yield { from: block * tileWidth, entries: entries.value };
  }
  if (!whole) return;
  const stored = await readTail(checkpoint, store.read, sha256);
  if (!stored.ok) findings.add(stored.fault);
  else if (!sameBytes(treeHead(tail, sha256).root, checkpoint.root)) {
    findings.add(fault('tree-mismatch', { size: checkpoint.size }));
  }

  async function compareFile({ path, bytes }: LogFile) {
    const stored = await store.read(path);
    if (!stored) return fault('tile-missing', { path });
    return sameBytes(stored, bytes) ? undefined : fault('tile-damaged', { path });
  }
}
