import type { RemoveObject } from '../documents/object-removal.ts';
import type { Log } from '../http/log.ts';
import type { Channels } from '../messages/announce.ts';
import type { System } from '../system.ts';
import { applyCalendar } from './apply-calendar.ts';
import { forgetDrafts } from './forget-drafts.ts';
import { type Settled, settleDueCases } from './settle-due-cases.ts';
import { tellOfTheDay } from './tell-of-the-day.ts';

export type ClockOptions = {
  readonly channels: Channels;
  /** Of the documents bucket. */
  readonly removeObject: RemoveObject;
  readonly log: Log;
  /** False when time is running out; what is left is for the next run. */
  readonly mayGoOn?: () => boolean;
};

export type ClockRun = Settled & { readonly digests: number; readonly forgotten: number };

/**
 * One run: do what fell due, tell people of their day, forget drafts that nobody touched. Safe at any time, twice, late, and by several at
 * once; see CATCHING-UP.md.
 */
export async function runClock(
  system: System,
  { channels, removeObject, log, mayGoOn = () => true }: ClockOptions,
): Promise<ClockRun> {
  const settled = await settleDueCases(system, log, mayGoOn);
  if (mayGoOn()) await applyCalendar(system, log);
  const digests = mayGoOn() ? await tellOfTheDay(system, channels) : 0;
  const forgotten = mayGoOn() ? await forgetDrafts(system, removeObject, log, mayGoOn) : 0;
  return { ...settled, digests, forgotten };
}
