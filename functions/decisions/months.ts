import * as z from 'zod';
import type { DecisionRow } from '../../shared/decisions/decision-row.ts';
import {
  addToMonth,
  emptyMonth,
  type Month,
  MonthSchema,
  monthOf,
} from '../../shared/decisions/statistics.ts';
import { decisionMonthKey, decisionMonthsPartition } from '../persistence/keys.ts';
import { packJson, unpackJson } from '../persistence/packed-json.ts';
import { type RawItem, readItems, readPage, type Tables } from '../persistence/tables.ts';
import type { IndexItem } from './put-forward.ts';

const ItemSchema = z.object({ month: z.string(), through: z.int(), sums: z.instanceof(Uint8Array) });
/** The sums of all its decisions before the place `through`. */
export type CountedMonth = { readonly month: string; readonly through: number; readonly sums: Month };

const monthFrom = (item: RawItem): CountedMonth => {
  const { month, through, sums } = ItemSchema.parse(item);
  return { month, through, sums: MonthSchema.parse(unpackJson(sums)) };
};

/** The items after these decisions have been counted in their months; the first of them is at place `from`. */
export async function countedByMonth(
  tables: Tables,
  making: string,
  from: number,
  rows: readonly DecisionRow[],
): Promise<readonly IndexItem[]> {
  const placed = rows.map((row, at) => ({ row, place: from + at, month: monthOf(row) }));
  const byMonth = Map.groupBy(placed, ({ month }) => month);
  const items = await readItems(
    tables,
    [...byMonth.keys()].map((month) => decisionMonthKey(making, month)),
  );
  const known = new Map(items.map(monthFrom).map((counted) => [counted.month, counted]));
  return [...byMonth].map(([month, own]) => {
    const { sums, through } = known.get(month) ?? { sums: emptyMonth, through: 0 };
    const fresh = own.filter(({ place }) => place >= through).map(({ row }) => row);
    return {
      ...decisionMonthKey(making, month),
      month,
      sums: packJson(addToMonth(sums, fresh)),
      through: from + rows.length,
    };
  });
}

/** The months from the first to the last (`YYYY-MM`, inclusive) in which something was decided. */
export async function readMonths(
  tables: Tables,
  making: string,
  first: string,
  last: string,
): Promise<readonly CountedMonth[]> {
  const months: CountedMonth[] = [];
  let after: RawItem | undefined;
  do {
    const page = await readPage(tables, {
      TableName: tables.registry,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': decisionMonthsPartition(making), ':from': first, ':to': last },
      ConsistentRead: true,
      ...(after && { ExclusiveStartKey: after }),
    });
    months.push(...page.items.map(monthFrom));
    after = page.lastKey;
  } while (after);
  return months;
}
