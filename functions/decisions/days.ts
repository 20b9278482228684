import * as z from 'zod';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { DecisionRow } from '../../shared/decisions/decision-row.ts';
import { decisionDaysKey, decisionDaysPartition } from '../persistence/keys.ts';
import { packJson, unpackJson } from '../persistence/packed-json.ts';
import { type RawItem, readItems, readPage, type Tables } from '../persistence/tables.ts';
import type { IndexItem } from './put-forward.ts';

/** Places from `first` to `last`: the decisions of a day are among them, beside a few that came late. */
type Span = readonly [first: number, last: number];
const SpanSchema = z.tuple([z.int(), z.int()]);

/** The days of a year (Asia/Shanghai) on which something was decided, and where. */
const DaysSchema = z.record(z.string(), SpanSchema);
const YearSchema = z.object({ year: z.string(), through: z.int(), days: z.instanceof(Uint8Array) });
type Year = { readonly year: string; readonly through: number; readonly days: ReadonlyMap<string, Span> };

const yearFrom = (item: RawItem): Year => {
  const { year, through, days } = YearSchema.parse(item);
  return { year, through, days: new Map(Object.entries(DaysSchema.parse(unpackJson(days)))) };
};

const yearOf = (date: string): string => date.slice(0, 4);

/** The items after these decisions have been entered under their days; the first of them is at place `from`. */
export async function enteredByDay(
  tables: Tables,
  making: string,
  from: number,
  rows: readonly DecisionRow[],
): Promise<readonly IndexItem[]> {
  const dates = rows.map(({ at }) => dateInShanghai(at));
  const years = [...new Set(dates.map(yearOf))];
  const items = await readItems(
    tables,
    years.map((year) => decisionDaysKey(making, year)),
  );
  const known = new Map(items.map(yearFrom).map((year) => [year.year, year]));
  return years.map((year) => {
    const { days: before, through } = known.get(year) ?? { days: new Map<string, Span>(), through: 0 };
    const days = new Map(before);
    for (const [at, date] of dates.entries()) {
      const place = from + at;
      if (yearOf(date) !== year || place < through) continue;
      const [first, last] = days.get(date) ?? [place, place];
      days.set(date, [Math.min(first, place), Math.max(last, place)]);
    }
    return {
      ...decisionDaysKey(making, year),
      year,
      days: packJson(Object.fromEntries(days)),
      through: from + rows.length,
    };
  });
}

/** What came late stands among the days around it: a year beside the one in which a day is sought is enough. */
const yearsAtAnEnd = 3;

/**
 * All decisions of these days (inclusive; either may be left open) are at places from `from` up to `to`, as far as they
 * are entered. Only the years at both ends are read, so it costs the same for a month as for a century.
 */
export async function placesOfDays(
  tables: Tables,
  making: string,
  firstDay: string | undefined,
  lastDay: string | undefined,
): Promise<{ readonly from: number; readonly to: number }> {
  const [first = '0000-01-01', last = '9999-12-31'] = [firstDay, lastDay];
  const spansAt = async (end: 'first' | 'last'): Promise<readonly Span[]> => {
    const { items } = await readPage(tables, {
      TableName: tables.registry,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': decisionDaysPartition(making),
        ':from': yearOf(first),
        ':to': yearOf(last),
      },
      ScanIndexForward: end === 'first',
      Limit: yearsAtAnEnd,
      ConsistentRead: true,
    });
    const days = items.map(yearFrom).flatMap((year) => [...year.days]);
    return days.flatMap(([date, span]) => (date < first || date > last ? [] : [span]));
  };
  const [firstSpans, lastSpans] = await Promise.all([
    firstDay === undefined ? undefined : spansAt('first'),
    lastDay === undefined ? undefined : spansAt('last'),
  ]);
  const from = firstSpans ? Math.min(...firstSpans.map(([place]) => place), Number.MAX_SAFE_INTEGER) : 0;
  const to = lastSpans ? Math.max(...lastSpans.map(([, place]) => place + 1), 0) : Number.MAX_SAFE_INTEGER;
  return { from: Math.min(from, to), to };
}
