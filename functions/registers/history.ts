import type { HistoryEntryDto } from '../../shared/api/dto/case.ts';
import { historyForOfficials } from '../cases/history.ts';
import { readChain } from '../persistence/journal.ts';
import { readOfficerNames } from '../persistence/officer-directory.ts';
import type { System } from '../system.ts';

/** The events of a register's entry as officials read them, with the officers' names. */
export async function historyOf({ tables }: System, chain: string): Promise<HistoryEntryDto[]> {
  const events = await readChain(tables, chain);
  const names = await readOfficerNames(
    tables,
    events.map(({ actor }) => actor),
  );
  return historyForOfficials(events, names);
}
