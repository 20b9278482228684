import type { Environment } from '@marcbachmann/cel-js';
import { addMonths, calendarDaysBetween, fullYearsBetween, isDate } from '../calendar/date.ts';

/**
 * What rules can say beyond standard CEL. All are total: a date that was not given ('') counts as no time
 * at all; `least` and `greatest` of nothing are 0.
 */
export function registerRuleFunctions(environment: Environment): void {
  environment
    .registerFunction('sum(list<int>): int', (values: readonly bigint[]) =>
      values.reduce((total, value) => total + value, 0n),
    )
    .registerFunction(
      'least(list<int>): int',
      (values: readonly bigint[]) => values.toSorted(ascending)[0] ?? 0n,
    )
    .registerFunction(
      'greatest(list<int>): int',
      (values: readonly bigint[]) => values.toSorted(ascending).at(-1) ?? 0n,
    )
    .registerFunction('distinct(list<string>): list<string>', (values: readonly string[]) => [
      ...new Set(values),
    ])
    .registerFunction('daysBetween(string, string): int', between(calendarDaysBetween))
    .registerFunction('monthsBetween(string, string): int', between(fullMonthsBetween))
    .registerFunction('yearsBetween(string, string): int', between(fullYearsBetween))
    .registerFunction('addMonths(string, int): string', (date: string, months: bigint) =>
      isDate(date) ? addMonths(date, Number(months)) : '',
    );
}

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b));

const between =
  (count: (from: string, to: string) => number) =>
  (from: string, to: string): bigint =>
    isDate(from) && isDate(to) ? BigInt(count(from, to)) : 0n;

/** Completed months; negative when `to` is earlier. */
function fullMonthsBetween(from: string, to: string): number {
  if (to < from) return 0 - fullMonthsBetween(to, from);
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  const begun = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return addMonths(from, begun) > to ? begun - 1 : begun;
}
