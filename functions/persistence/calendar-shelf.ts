import * as z from 'zod';
import { PublishedYearSchema } from '../../shared/calendar/published-years.ts';
import { type WorkingCalendar, workingCalendar } from '../../shared/calendar/working-calendar.ts';
import { calendarPartition, calendarYearKey } from './keys.ts';
import { type RawItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, refused } from './transaction.ts';

/** A year's holidays as the county published them here, because the data set did not know them or not rightly. */
const KeptYearSchema = z.object({
  ...PublishedYearSchema.shape,
  publishedAt: z.string(),
  publishedBy: z.string(),
  /** Instant from which everything is reckoned with it; always a while after it was published. */
  inForceFrom: z.string(),
});
export type KeptYear = Readonly<z.infer<typeof KeptYearSchema>>;

const yearOfItem = ({ pk: _pk, sk: _sk, ...item }: RawItem): KeptYear => KeptYearSchema.parse(item);

/** All of them, those of an earlier force first. */
export async function readCalendarYears(tables: Tables): Promise<readonly KeptYear[]> {
  const items = await readPartition(tables, tables.registry, calendarPartition);
  return items.map(yearOfItem).toSorted((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1));
}

/** One publication of a year per day of coming into force. */
export const calendarYearWrite = (tables: Tables, kept: KeptYear): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...kept, ...calendarYearKey(kept.year, kept.inForceFrom) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  failure: () => refused({ code: 'calendar-year-exists' }),
});

/** The working days as they are reckoned at an instant. */
export type CalendarAt = (instant: string) => Promise<WorkingCalendar>;

/**
 * Every process looks at the table again after this time. It is shorter than the time between publishing a year
 * and its coming into force, so that all of them reckon alike at any instant.
 */
export const calendarKeptMs = 5 * 60_000;

export function calendarShelf(tables: Tables, now: () => string): CalendarAt {
  let kept: { readonly readAt: number; readonly years: Promise<readonly KeptYear[]> } | undefined;
  const calendars = new Map<string, WorkingCalendar>();

  const years = (): Promise<readonly KeptYear[]> => {
    const moment = Date.parse(now());
    if (kept === undefined || Math.abs(moment - kept.readAt) >= calendarKeptMs) {
      kept = { readAt: moment, years: readCalendarYears(tables) };
      // A failed attempt is forgotten, so that the next request tries again.
      kept.years.catch(() => {
        kept = undefined;
      });
    }
    return kept.years;
  };

  return async (instant) => {
    const inForce = (await years()).filter(({ inForceFrom }) => inForceFrom <= instant);
    const since = inForce.at(-1)?.inForceFrom;
    const name = `${since} ${inForce.length}`;
    const known = calendars.get(name);
    if (known !== undefined) return known;
    const made = workingCalendar({ extraYears: inForce, ...(since !== undefined && { since }) });
    calendars.set(name, made);
    return made;
  };
}
