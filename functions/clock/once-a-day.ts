import { dateInShanghai, timeInShanghai } from '../../shared/calendar/instant.ts';
import { type Office, offices } from '../../shared/identity/office.ts';
import { announcementWrite } from '../persistence/delivery.ts';
import { announcementKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import { commit } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

/** Nobody is at the desk before. */
const deskOpens = '08:00';

/**
 * Does something for each office once per working day, at the first run after the desks open. A day on which no
 * run came is gone: yesterday's list would tell nobody anything.
 * @param job names what is done; `work` must bear being repeated, for a run that died in the middle.
 * @returns the sum of what `work` counts.
 */
export async function oncePerWorkingDay(
  system: System,
  job: string,
  work: (office: Office, today: string) => Promise<number>,
): Promise<number> {
  const now = system.now();
  const today = dateInShanghai(now);
  if (timeInShanghai(now) < deskOpens || !system.calendar.isWorkingDay(today)) return 0;
  const sourceOf = ({ id }: Office): string => `${job}:${today}:${id}`;
  const keys = offices.map((office) => announcementKey(sourceOf(office)));
  const done = new Set((await readItems(system.tables, keys)).map(({ pk }) => pk));
  let count = 0;
  for (const office of offices) {
    if (done.has(announcementKey(sourceOf(office)).pk)) continue;
    count += await work(office, today);
    await commit(system.tables, [
      announcementWrite(system.tables, { source: sourceOf(office), at: now }, now),
    ]);
  }
  return count;
}
