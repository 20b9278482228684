import { dateInShanghai, timeInShanghai } from '../../shared/calendar/instant.ts';
import { offices } from '../../shared/identity/office.ts';
import { announcementWrite } from '../persistence/delivery.ts';
import { announcementKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import { commit } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

/**
 * Does something once for each office and remembers it for a month. `work` must bear being repeated, for a run
 * that died in the middle; what it throws leaves its office to the next run.
 * @param job names what is done, with the day or moment it is done for.
 * @returns the sum of what `work` counts.
 */
export async function oncePerOffice(
  { tables, now }: Pick<System, 'tables' | 'now'>,
  job: string,
  work: (office: string) => Promise<number>,
): Promise<number> {
  const jobs = offices.map(({ id }) => ({ office: id, source: `${job}:${id}` }));
  const marks = await readItems(
    tables,
    jobs.map(({ source }) => announcementKey(source)),
  );
  const done = new Set(marks.map(({ pk }) => pk));
  let count = 0;
  for (const { office, source } of jobs) {
    if (done.has(announcementKey(source).pk)) continue;
    count += await work(office);
    const at = now();
    await commit(tables, [announcementWrite(tables, { source, at }, at)]);
  }
  return count;
}

/** Nobody is at the desk before. */
const deskOpens = '08:00';

/**
 * The same once per working day, at the first run after the desks open. A day on which no run came is gone:
 * yesterday's list would tell nobody anything.
 */
export async function oncePerWorkingDay(
  system: System,
  work: (office: string, today: string) => Promise<number>,
): Promise<number> {
  const now = system.now();
  const today = dateInShanghai(now);
  if (timeInShanghai(now) < deskOpens) return 0;
  const calendar = await system.calendarAt(now);
  if (!calendar.isWorkingDay(today)) return 0;
  return oncePerOffice(system, `day:${today}`, (office) => work(office, today));
}
