import { type Fault, soundOrThrow } from '../../shared/ledger/faults.ts';
import { readEntries } from '../../shared/ledger/log-proof.ts';
import { tileWidth } from '../../shared/ledger/tile.ts';
import { checkStored, readEventsAt } from '../audit/audit-events.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { Tables } from '../persistence/tables.ts';

/**
 * Compares what was just sealed with what the journal says now, for the alarm: whatever was altered between the act
 * and its sealing is told within seconds, and not when somebody asks for the case.
 * @param mayGoOn asked before each bundle; a run with more than it has time for leaves the rest to the audits.
 */
export async function lookAtSealed(
  { tables, ledger }: { readonly tables: Tables; readonly ledger: LedgerStore },
  from: number,
  size: number,
  mayGoOn: () => boolean = () => true,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (let block = Math.floor(from / tileWidth); block * tileWidth < size && mayGoOn(); block += 1) {
    const entries = soundOrThrow(await readEntries(block, size, ledger.read))
      .map((entry, offset) => ({ entry, index: block * tileWidth + offset }))
      .filter(({ index }) => index >= from);
    const events = await readEventsAt(
      tables,
      entries.map(({ entry }) => entry),
    );
    faults.push(...entries.flatMap(({ entry, index }, at) => checkStored(entry, events[at], index) ?? []));
  }
  return faults;
}
