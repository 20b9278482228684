import { dateOf, dayNumber, isWeekend, yearOf, yearOfDay } from './date.ts';
import { type PublishedYear, yearsFromDataSet } from './published-years.ts';
import { extrapolatedHolidays } from './statutory-holidays.ts';

/** A reckoned date. `extrapolated` = a year whose notice is not published yet took part in it. */
export type ReckonedDate = { readonly date: string; readonly extrapolated: boolean };

/** Working days of Asia/Shanghai with make-up workdays 调休. Dates are `YYYY-MM-DD`. */
export type WorkingCalendar = {
  /** Instant from which it is reckoned with; absent for the data set alone. */
  readonly since?: string;
  isWorkingDay(date: string): boolean;
  /** True when the year's official notice is known; otherwise its days are extrapolated. */
  isPublished(year: number): boolean;
  /**
   * The n-th working day after `date`, which itself never counts; with a negative n the n-th before it.
   * With 0: `date` if it is a working day, else the next one (a term that ends on a day off ends on the
   * first working day after it). The answer is always a working day.
   */
  addWorkingDays(date: string, n: number): ReckonedDate;
  /**
   * The number of working days after `from` up to and including `to`; negative when `to` is earlier, so
   * that between(a, b) + between(b, c) = between(a, c).
   */
  workingDaysBetween(from: string, to: string): number;
};

/** Builds a calendar from the published data set; `extraYears` add to it or, for the same year, replace it. */
export function workingCalendar({
  extraYears = [],
  since,
}: {
  readonly extraYears?: readonly PublishedYear[];
  readonly since?: string;
} = {}): WorkingCalendar {
  const years = new Map([...yearsFromDataSet(), ...extraYears].map((known) => [known.year, known]));
  const holidays = new Set([...years.values()].flatMap((known) => known.holidays.map(dayNumber)));
  const makeUpWorkdays = new Set([...years.values()].flatMap((known) => known.makeUpWorkdays.map(dayNumber)));
  const extrapolatedByYear = new Map<number, ReadonlySet<number>>();

  const isPublished = (year: number): boolean => years.has(year);

  const isExtrapolatedHoliday = (day: number): boolean => {
    const year = yearOfDay(day);
    if (isPublished(year)) return false;
    const known = extrapolatedByYear.get(year) ?? extrapolatedHolidays(year);
    extrapolatedByYear.set(year, known);
    return known.has(day);
  };

  const reckoned = new Map<number, boolean>();
  const isWorking = (day: number): boolean => {
    const known = reckoned.get(day);
    if (known !== undefined) return known;
    const works =
      makeUpWorkdays.has(day) || !(isWeekend(day) || holidays.has(day) || isExtrapolatedHoliday(day));
    // Some years of days; whoever asks about far more than that asks about anything.
    if (reckoned.size < 10_000) reckoned.set(day, works);
    return works;
  };

  const isExtrapolated = (one: string, other: string): boolean => {
    const [first, last] = [yearOf(one), yearOf(other)].toSorted((a, b) => a - b);
    for (let year = first ?? 0; year <= (last ?? 0); year += 1) if (!isPublished(year)) return true;
    return false;
  };

  return {
    ...(since !== undefined && { since }),
    isPublished,
    isWorkingDay: (date) => isWorking(dayNumber(date)),
    addWorkingDays(date, n) {
      if (!Number.isSafeInteger(n)) throw new Error(`not a whole number of days: ${n}`);
      const step = n < 0 ? -1 : 1;
      let day = dayNumber(date);
      if (n === 0) while (!isWorking(day)) day += 1;
      for (let left = Math.abs(n); left > 0; ) {
        day += step;
        if (isWorking(day)) left -= 1;
      }
      const reached = dateOf(day);
      return { date: reached, extrapolated: isExtrapolated(date, reached) };
    },
    workingDaysBetween(from, to) {
      const [start, end] = [dayNumber(from), dayNumber(to)];
      let count = 0;
      for (let day = Math.min(start, end) + 1; day <= Math.max(start, end); day += 1) {
        if (isWorking(day)) count += 1;
      }
      return start <= end ? count : 0 - count;
    },
  };
}
