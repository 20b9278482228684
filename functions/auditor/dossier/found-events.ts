import { soundOrThrow } from '../../../shared/ledger/faults.ts';
import type { FoundEvent } from '../../../shared/ledger/issue-dossier.ts';
import type { LogEntry } from '../../../shared/ledger/log-entry.ts';
import { readEntries } from '../../../shared/ledger/log-proof.ts';
import { type TileReader, tileWidth } from '../../../shared/ledger/tile.ts';
import { readableEvent } from '../../persistence/journal.ts';
import { journalPartition } from '../../persistence/keys.ts';
import { sealsOf } from '../../persistence/seal-register.ts';
import { readPartition, type Tables } from '../../persistence/tables.ts';

/**
 * Every event of a chain that the journal or the log knows, in order. It trusts neither: what was altered is
 * handed on as it is, for the verifier to find; what only the log knows is named as missing.
 * @throws LedgerDamagedError when the log cannot tell what is missing.
 */
export async function foundEvents(
  tables: Tables,
  chain: string,
  log: { readonly size: number; readonly read: TileReader },
): Promise<readonly FoundEvent[]> {
  const [items, seals] = await Promise.all([
    readPartition(tables, tables.journal, journalPartition(chain)),
    sealsOf(tables, chain),
  ]);
  const events = new Map(
    items.flatMap((item) => {
      const event = readableEvent(item);
      return event ? [[event.seq, event] as const] : [];
    }),
  );
  const indexes = new Map(
    seals.filter(({ index }) => index < log.size).map(({ seq, index }) => [seq, index]),
  );
  const numbers = [...new Set([...events.keys(), ...indexes.keys()])].sort((a, b) => a - b);
  const found = numbers.map(async (seq): Promise<readonly FoundEvent[]> => {
    const [event, index] = [events.get(seq), indexes.get(seq)];
    if (event) return [{ event, ...(index !== undefined && { index }) }];
    return index === undefined ? [] : [{ missing: await entryAt(index, log), index }];
  });
  return (await Promise.all(found)).flat();
}

async function entryAt(
  index: number,
  { size, read }: { readonly size: number; readonly read: TileReader },
): Promise<LogEntry> {
  const entries = soundOrThrow(await readEntries(Math.floor(index / tileWidth), size, read));
  const entry = entries[index % tileWidth];
  if (entry === undefined) throw new RangeError(`a log of ${size} entries has no entry ${index}`);
  return entry;
}
