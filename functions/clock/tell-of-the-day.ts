import type { Channels } from '../messages/announce.ts';
import { openCasesOf } from '../persistence/open-cases.ts';
import type { System } from '../system.ts';
import { oncePerWorkingDay } from './once-per-office.ts';
import { remindOfCorrections } from './remind-of-corrections.ts';
import { remindOfDuties } from './remind-of-duties.ts';
import { sendDigests } from './send-digests.ts';

/**
 * Once per working day and office: reminds applicants, and gives every officer the list of their day.
 * @returns how many lists were made.
 */
export const tellOfTheDay = (system: System, channels: Channels): Promise<number> =>
  oncePerWorkingDay(system, async (office, today) => {
    const open = await openCasesOf(system.tables, office);
    if (open.length === 0) return 0;
    await remindOfCorrections(system, channels, open, today);
    await remindOfDuties(system, channels, open, today);
    return sendDigests(system, channels, office, open, today);
  });
