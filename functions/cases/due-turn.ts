import type { Programme } from '../../shared/programmes/programme.ts';
import { movedDueDate } from '../../shared/workflow/deciders/moving-due-date.ts';
import type { Head } from '../persistence/head.ts';
import type { System } from '../system.ts';

/**
 * The instant as of which the clock has something to do with this case, once it has come: its appointment, or
 * the coming into force of a calendar that moves its date, whichever is earlier.
 */
export async function dueTurn(
  system: System,
  { state, wake }: Head,
  programme: Programme,
  now: string,
): Promise<string | undefined> {
  const appointment = wake !== undefined && wake <= now ? wake : undefined;
  const calendar = await system.calendarAt(now);
  const { since } = calendar;
  if (since === undefined || movedDueDate(state, { programme, calendar }) === undefined) return appointment;
  return appointment !== undefined && appointment < since ? appointment : since;
}
