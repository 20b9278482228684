import * as z from 'zod';
import { accept, type Outcome, refuse } from '../api/errors.ts';
import { DateSchema } from './date.ts';
import type { ReckonedDate, WorkingCalendar } from './working-calendar.ts';

const DaysSchema = z.int().nonnegative();

/**
 * The promise of one stage 承诺时限, in working days. It runs from `startedOn`, which itself never counts:
 * day 1 is the next working day. It stands while the applicant corrects; the day on which it is paused has
 * been used, the day on which it resumes has not.
 */
export const PromiseClockSchema = z.strictObject({
  promisedDays: DaysSchema,
  /** The day of receipt, or of the latest resumption. */
  startedOn: DateSchema,
  /** Working days used before `startedOn`. */
  usedBefore: DaysSchema,
  /** Working days it has stood in finished pauses. */
  pausedBefore: DaysSchema,
  pausedOn: DateSchema.optional(),
  extendedBy: DaysSchema.optional(),
});
export type PromiseClock = Readonly<z.infer<typeof PromiseClockSchema>>;

type Punctuality = 'on-time' | 'due-soon' | 'due-today' | 'late';

/** All counts are working days. `due` is absent while the clock stands. */
export type PromiseStatus = {
  readonly used: number;
  /** Including an extension. */
  readonly promised: number;
  readonly paused: number;
  readonly remaining: number;
  readonly running: boolean;
  readonly due?: string;
  readonly extrapolated: boolean;
  readonly late: Punctuality;
};

export const startPromise = (promisedDays: number, receivedOn: string): PromiseClock => ({
  promisedDays,
  startedOn: receivedOn,
  usedBefore: 0,
  pausedBefore: 0,
});

/** Promised days including an extension. */
const promisedInAll = (clock: PromiseClock): number => clock.promisedDays + (clock.extendedBy ?? 0);

/** Working days used up to and including `on`; stands still while paused. Never falls below what was used before. */
export function daysUsed(clock: PromiseClock, on: string, calendar: WorkingCalendar): number {
  const until = clock.pausedOn ?? on;
  return clock.usedBefore + Math.max(0, calendar.workingDaysBetween(clock.startedOn, until));
}

/** Working days the clock has stood up to and including `on`. */
function daysPaused(clock: PromiseClock, on: string, calendar: WorkingCalendar): number {
  if (clock.pausedOn === undefined) return clock.pausedBefore;
  return clock.pausedBefore + Math.max(0, calendar.workingDaysBetween(clock.pausedOn, on));
}

/** Throws if it already stands: the workflow never returns a case twice without a correction in between. */
export function pausePromise(clock: PromiseClock, on: string): PromiseClock {
  if (clock.pausedOn !== undefined) throw new Error('the promise clock already stands');
  return { ...clock, pausedOn: on };
}

/** Throws if the clock runs. */
export function resumePromise(clock: PromiseClock, on: string, calendar: WorkingCalendar): PromiseClock {
  if (clock.pausedOn === undefined) throw new Error('the promise clock already runs');
  const { pausedOn: _, ...running } = clock;
  return {
    ...running,
    startedOn: on,
    usedBefore: daysUsed(clock, on, calendar),
    pausedBefore: daysPaused(clock, on, calendar),
  };
}

/** Once only (行政许可法 art. 42 by analogy); refuses with `extension-already-used`. */
export function extendPromise(clock: PromiseClock, byDays: number): Outcome<PromiseClock> {
  if (clock.extendedBy !== undefined) return refuse('extension-already-used');
  return accept({ ...clock, extendedBy: byDays });
}

/**
 * The working day on which `days` will have been used; undefined while the clock stands, because then
 * nobody can know. With `days` used up before a resumption, the answer lies on or before that day.
 */
const dateWhenUsed = (
  clock: PromiseClock,
  days: number,
  calendar: WorkingCalendar,
): ReckonedDate | undefined =>
  clock.pausedOn === undefined
    ? calendar.addWorkingDays(clock.startedOn, days - clock.usedBefore)
    : undefined;

/** The last day of the promise. */
export const dueDate = (clock: PromiseClock, calendar: WorkingCalendar): ReckonedDate | undefined =>
  dateWhenUsed(clock, promisedInAll(clock), calendar);

/** The day on which half of the promise, rounded up, is used: the first escalation. */
export const halfwayDate = (clock: PromiseClock, calendar: WorkingCalendar): ReckonedDate | undefined =>
  dateWhenUsed(clock, Math.ceil(promisedInAll(clock) / 2), calendar);

/** Where a promise stands at the end of the day `on`. `due-soon` begins `dueSoonDays` working days before the last. */
export function promiseStatus(
  clock: PromiseClock,
  on: string,
  calendar: WorkingCalendar,
  dueSoonDays = 2,
): PromiseStatus {
  const used = daysUsed(clock, on, calendar);
  const promised = promisedInAll(clock);
  const due = dueDate(clock, calendar);
  return {
    used,
    promised,
    paused: daysPaused(clock, on, calendar),
    remaining: Math.max(0, promised - used),
    running: due !== undefined,
    ...(due && { due: due.date }),
    extrapolated: due?.extrapolated ?? false,
    late: punctuality(promised - used, on, due?.date, dueSoonDays),
  };
}

function punctuality(left: number, on: string, due: string | undefined, dueSoonDays: number): Punctuality {
  if (due === undefined) return left < 0 ? 'late' : 'on-time';
  if (on > due) return 'late';
  if (on === due) return 'due-today';
  return left <= dueSoonDays ? 'due-soon' : 'on-time';
}
