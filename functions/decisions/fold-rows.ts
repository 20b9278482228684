import { type DecisionRow, postingNamesOf } from '../../shared/decisions/decision-row.ts';
import type { Tables } from '../persistence/tables.ts';
import { enteredByDay } from './days.ts';
import { countedByMonth } from './months.ts';
import { enteredUnder, readHeads } from './postings.ts';
import { type IndexItem, putForward } from './put-forward.ts';

/** Decisions are entered into postings, days and months in lots of so many; the rest is looked through one by one. */
export const foldSize = 256;

/** How many names are worked on at once, so that a long catching up does not fill the memory. */
const namesAtOnce = 2000;

/**
 * Enters decisions, the first of which is at place `from`, under everything they can be found by. To be repeated
 * when it did not come to its end: what is entered already stays as it is.
 * @throws Overtaken
 */
export async function foldRows(
  tables: Tables,
  making: string,
  from: number,
  rows: readonly DecisionRow[],
): Promise<void> {
  await putForward(tables, await enteredByDay(tables, making, from, rows));
  await putForward(tables, await countedByMonth(tables, making, from, rows));

  const places = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    for (const name of postingNamesOf(row)) {
      const own = places.get(name) ?? [];
      own.push(from + at);
      places.set(name, own);
    }
  }
  const names = [...places.keys()];
  for (let first = 0; first < names.length; first += namesAtOnce) {
    const own = names.slice(first, first + namesAtOnce);
    const heads = await readHeads(tables, making, own);
    const items = own.flatMap((name): readonly IndexItem[] =>
      enteredUnder(making, name, heads.get(name), places.get(name) ?? [], from + rows.length),
    );
    await putForward(tables, items);
  }
}
