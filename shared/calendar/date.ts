import * as z from 'zod';

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const dayInMs = 86_400_000;

/**
 * True for a day that exists, written `YYYY-MM-DD`; `2026-02-30` is not one. By its digits, because a roster holds
 * hundreds of dates and making a `Date` of each took longer than everything else about them.
 */
export function isDate(value: string): boolean {
  if (!datePattern.test(value)) return false;
  const [month, day] = [Number(value.slice(5, 7)), Number(value.slice(8))];
  return day >= 1 && day <= lengthOfMonth(yearOf(value), month);
}

/** 0 where there is no such month. */
function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Plain string comparison orders such dates. */
export const DateSchema = z.string().refine(isDate, { error: 'not a date (YYYY-MM-DD)' });

/** Whole days since 1970-01-01. Throws on other text: dates are parsed at the edge. */
export function dayNumber(date: string): number {
  const ms = datePattern.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(ms)) throw new Error(`not a date: ${date}`);
  return ms / dayInMs;
}

/** The date of a day number. */
export const dateOf = (day: number): string => new Date(day * dayInMs).toISOString().slice(0, 10);

export const yearOf = (date: string): number => Number(date.slice(0, 4));

export const yearOfDay = (day: number): number => new Date(day * dayInMs).getUTCFullYear();

/** 0 = Sunday … 6 = Saturday. Day 0 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

export const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0;

/** The date `days` calendar days later (earlier when negative). */
export const addCalendarDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const calendarDaysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/**
 * The same day of the month `months` later; the last day of the month where that day does not exist
 * (31 January + 1 month = 28 or 29 February).
 */
export function addMonths(date: string, months: number): string {
  const start = new Date(dayNumber(date) * dayInMs);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay)) / dayInMs);
}

/** Completed years from `from` to `to`: the age of a person born on `from`. Negative before the birth. */
export function fullYearsBetween(from: string, to: string): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
