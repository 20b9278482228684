import { addCalendarDays } from '../../shared/calendar/date.ts';
import { readPlaces } from '../persistence/journal-places.ts';
import { sealKey } from '../persistence/keys.ts';
import { readItems, type Tables } from '../persistence/tables.ts';

const pageSize = 100;

/**
 * The log entries that hold everything recorded from one day to another (Asia/Shanghai): from the first entry of the
 * first day on which something happened, up to the last of the last. Between them stand all others, because the log
 * is written in the order of the journal.
 */
export async function periodRange(
  tables: Tables,
  size: number,
  period: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): Promise<{ readonly from: number; readonly to: number }> {
  const lastDay = period.to !== undefined && period.to < today ? period.to : today;
  const firstDay = period.from;
  const from = firstDay === undefined ? 0 : await edge(tables, firstDay, lastDay, 1);
  const to =
    period.to === undefined || period.to >= today
      ? size
      : await edge(tables, firstDay ?? '2016-01-01', lastDay, -1);
  const begin = Math.min(from ?? 0, size);
  return { from: begin, to: Math.max(begin, Math.min(to ?? begin, size)) };
}

/** Walks from one end of the period towards the other, to the first day with sealed events. */
async function edge(
  tables: Tables,
  firstDay: string,
  lastDay: string,
  step: 1 | -1,
): Promise<number | undefined> {
  for (
    let day = step === 1 ? firstDay : lastDay;
    day >= firstDay && day <= lastDay;
    day = addCalendarDays(day, step)
  ) {
    const indexes = await sealsOfDay(tables, day);
    if (indexes.length === 0) continue;
    return step === 1 ? Math.min(...indexes) : Math.max(...indexes) + 1;
  }
  return undefined;
}

async function sealsOfDay(tables: Tables, day: string): Promise<readonly number[]> {
  let [least, most] = [Number.POSITIVE_INFINITY, -1];
  for (let after: string | undefined = '#'; after !== undefined; ) {
    const page = await readPlaces(tables, day, after, pageSize);
    const keys = page.places.map(({ caseId, seq }) => sealKey(caseId, seq));
    for (const { index } of await readItems(tables, keys)) {
      if (typeof index !== 'number') continue;
      least = Math.min(least, index);
      most = Math.max(most, index);
    }
    after = page.next;
  }
  return most < 0 ? [] : [least, most];
}
