import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import * as z from 'zod';
import { DateSchema, yearOf } from './date.ts';

/**
 * One year of the State Council's notice 国务院办公厅关于部分节假日安排的通知: every day off, and the
 * weekend days on which people work instead 调休. A notice may reach into the neighbouring years.
 */
export const PublishedYearSchema = z.strictObject({
  year: z.int().min(1949).max(9999),
  /** Where the days were taken from, for whoever checks them later. */
  source: z.string().min(1),
  holidays: z.array(DateSchema).min(1),
  makeUpWorkdays: z.array(DateSchema),
});
export type PublishedYear = z.infer<typeof PublishedYearSchema>;

/**
 * The years the chinese-days data set knows. We take its data and not its functions: those read the
 * machine's time zone, and quietly call 1 January of an unknown year a workday.
 */
export function yearsFromDataSet(): readonly PublishedYear[] {
  const holidays = Map.groupBy(Object.keys(days.holidays), yearOf);
  const makeUpWorkdays = Map.groupBy(Object.keys(days.workdays), yearOf);
  return [...holidays].map(([year, offDays]) => ({
    year,
    source: 'chinese-days',
    holidays: offDays,
    makeUpWorkdays: makeUpWorkdays.get(year) ?? [],
  }));
}
