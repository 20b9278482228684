import type { DecisionRow } from '../../shared/decisions/decision-row.ts';
import { addToMonth, emptyMonth, type Month, monthOf } from '../../shared/decisions/statistics.ts';
import type { Tables } from '../persistence/tables.ts';
import type { IndexState } from './index-state.ts';
import { readMonths } from './months.ts';
import { readRowsFrom } from './row-chunks.ts';

/** The sums of these months (`YYYY-MM`, inclusive), up to the latest decision of the index. */
export async function monthlySums(
  tables: Tables,
  { making, folded, rows }: IndexState,
  first: string,
  last: string,
): Promise<ReadonlyMap<string, Month>> {
  const [counted, latest] = await Promise.all([
    readMonths(tables, making, first, last),
    readRowsFrom(tables, making, folded, rows),
  ]);
  const months = new Map(counted.map(({ month, sums }) => [month, sums]));
  const through = new Map(counted.map((one) => [one.month, one.through]));
  // A month may have been counted further than the state said a moment ago.
  const uncounted = latest.filter((row, at) => folded + at >= (through.get(monthOf(row)) ?? 0));
  const wanted = uncounted.filter((row) => monthOf(row) >= first && monthOf(row) <= last);
  for (const [month, own] of Map.groupBy<string, DecisionRow>(wanted, monthOf)) {
    months.set(month, addToMonth(months.get(month) ?? emptyMonth, own));
  }
  return new Map([...months].sort(([one], [other]) => (one < other ? -1 : 1)));
}
