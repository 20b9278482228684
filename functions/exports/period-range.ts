import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { soundOrThrow } from '../../shared/ledger/faults.ts';
import { blockCount, readEntries } from '../../shared/ledger/log-proof.ts';
import type { TileReader } from '../../shared/ledger/tile.ts';
import { readEventsAt } from '../audit/audit-events.ts';
import { readPlaces } from '../persistence/journal-places.ts';
import { readProgress } from '../persistence/seal-register.ts';
import type { Tables } from '../persistence/tables.ts';
import { KnownSeals } from '../sealer/known-seals.ts';

const pageSize = 100;

/** As much of the log as is sealed. */
type Log = { readonly size: number; readonly read: TileReader };

/**
 * The log entries that hold everything recorded from one day to another (Asia/Shanghai), without a gap between them.
 * What was written shortly before midnight may have been sealed a day late, behind others, so at both ends the day
 * beside is looked at too; what comes along of it does no harm.
 */
export async function periodRange(
  tables: Tables,
  log: Log,
  period: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): Promise<{ readonly from: number; readonly to: number }> {
  const begun = await firstDayOf(tables, log);
  if (begun === undefined) return { from: 0, to: log.size };
  const firstDay = period.from !== undefined && period.from > begun ? period.from : undefined;
  const lastDay = period.to !== undefined && period.to < today ? period.to : undefined;
  const seals = new KnownSeals(tables, await readProgress(tables));
  const from = firstDay === undefined ? 0 : await edge(tables, seals, firstDay, lastDay ?? today, 1);
  const to = lastDay === undefined ? log.size : await edge(tables, seals, firstDay ?? begun, lastDay, -1);
  const begin = Math.min(from ?? log.size, log.size);
  return { from: begin, to: Math.max(begin, Math.min(to ?? begin, log.size)) };
}

/** The day of the first event that can still be read: nobody need look for anything before. */
async function firstDayOf(tables: Tables, { size, read }: Log): Promise<string | undefined> {
  for (let block = 0; block < blockCount(size); block += 1) {
    const events = await readEventsAt(tables, soundOrThrow(await readEntries(block, size, read)));
    const first = events.find((event) => event !== undefined);
    if (first) return dateInShanghai(first.recordedAt ?? first.at);
  }
  return undefined;
}

/** Walks from one end of the period towards the other, to the first day with sealed events, and looks a day further. */
async function edge(
  tables: Tables,
  seals: KnownSeals,
  firstDay: string,
  lastDay: string,
  step: 1 | -1,
): Promise<number | undefined> {
  for (
    let day = step === 1 ? firstDay : lastDay;
    day >= firstDay && day <= lastDay;
    day = addCalendarDays(day, step)
  ) {
    const indexes = await sealsOfDay(tables, seals, day);
    if (indexes.length === 0) continue;
    const all = [...indexes, ...(await sealsOfDay(tables, seals, addCalendarDays(day, step)))];
    return step === 1 ? Math.min(...all) : Math.max(...all) + 1;
  }
  return undefined;
}

async function sealsOfDay(tables: Tables, seals: KnownSeals, day: string): Promise<readonly number[]> {
  let [least, most] = [Number.POSITIVE_INFINITY, -1];
  for (let after: string | undefined = '#'; after !== undefined; ) {
    const page = await readPlaces(tables, day, after, pageSize);
    await seals.learn(page.places);
    for (const place of page.places) {
      const index = seals.indexOf(place);
      if (index === undefined) continue;
      least = Math.min(least, index);
      most = Math.max(most, index);
    }
    after = page.next;
  }
  return most < 0 ? [] : [least, most];
}
