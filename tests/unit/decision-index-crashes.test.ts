import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendRows, foldWhatIsDue } from '../../functions/decisions/append-rows.ts';
import { moveIndexState, newIndexState, readIndexState } from '../../functions/decisions/index-state.ts';
import { monthlySums } from '../../functions/decisions/monthly-sums.ts';
import { Overtaken } from '../../functions/decisions/put-forward.ts';
import { type Order, searchDecisions } from '../../functions/decisions/search-decisions.ts';
import type { Tables } from '../../functions/persistence/tables.ts';
import { type DecisionQuery, fits } from '../../shared/decisions/decision-query.ts';
import { type DecisionRow, traitsOf } from '../../shared/decisions/decision-row.ts';
import { addToMonth, emptyMonth, monthOf } from '../../shared/decisions/statistics.ts';
import { canonicalText } from '../../shared/ledger/canonical-bytes.ts';
import { startStores, type TestStores } from '../support/county-journal.ts';
import { decisionRows } from '../support/decision-rows.ts';
import { Crash, Fuse, tablesThrough } from '../support/fuse.ts';

let stores: TestStores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const history = [
  ...decisionRows({ decisions: 560, from: '2026-09-01T00:00:00.000Z', until: '2026-11-23T00:00:00.000Z' }),
];

/** What a run of the sealer does for the index, from wherever the one before it came to. */
async function catchUp(tables: Tables, step = 290): Promise<void> {
  let state = await readIndexState(tables);
  if (state === undefined) {
    state = newIndexState();
    if (!(await moveIndexState(tables, 'current', undefined, state))) throw new Overtaken();
  }
  state = await foldWhatIsDue(tables, 'current', state);
  while (state.rows < history.length) {
    const rows = history.slice(state.rows, state.rows + step);
    state = await appendRows(tables, 'current', state, rows, { through: (rows.at(-1)?.index ?? 0) + 1 });
  }
}

async function searched(tables: Tables, query: DecisionQuery, order: Order): Promise<readonly DecisionRow[]> {
  const state = (await readIndexState(tables))!;
  const rows: DecisionRow[] = [];
  let place: number | undefined;
  do {
    const page = await searchDecisions(tables, state, query, order, place);
    rows.push(...page.rows);
    place = page.next;
  } while (place !== undefined);
  return rows;
}

async function expectWhole(tables: Tables, why: string): Promise<void> {
  const [one, other] = [history[100]!, history[540]!];
  for (const trait of [...traitsOf(one), ...traitsOf(other)].filter((_, at) => at % 3 === 0)) {
    const query = { traits: [trait] };
    expect(await searched(tables, query, 'oldest'), why).toEqual(history.filter((row) => fits(query, row)));
  }
  const months = await monthlySums(tables, (await readIndexState(tables))!, '2026-01', '2026-12');
  const byMonth = Map.groupBy(history, monthOf);
  expect([...months.keys()], why).toEqual([...byMonth.keys()].sort());
  for (const [month, sums] of months) {
    const counted = addToMonth(emptyMonth, byMonth.get(month)!);
    const sorted = (groups: readonly object[]) => groups.map(canonicalText).sort();
    expect(sorted(sums.groups), why).toEqual(sorted(counted.groups));
    expect(sorted(sums.findings), why).toEqual(sorted(counted.findings));
  }
}

test('whatever write a run crashes at, the next one leaves the index whole and counts nothing twice', async () => {
  const counting = new Fuse();
  const undisturbed = await stores.county('undisturbed');
  await catchUp(tablesThrough(counting, undisturbed.tables, stores.tableClient()));
  await expectWhole(undisturbed.tables, 'undisturbed');
  expect(counting.writes).toBeGreaterThan(12);
  for (let writes = 0; writes < counting.writes; writes += 1) {
    const { tables } = await stores.county(`crash-${writes}`);
    const fuse = new Fuse(writes);
    await expect(catchUp(tablesThrough(fuse, tables, stores.tableClient()))).rejects.toThrow(Crash);
    // The next run may find more to do, and so take other steps.
    await catchUp(tables, 450);
    await expectWhole(tables, `after ${writes} writes`);
  }
}, 180_000);

test('two runs at once leave the index whole', async () => {
  const { tables } = await stores.county('two');
  const untilDone = async (step: number): Promise<void> => {
    for (;;) {
      try {
        return await catchUp(tables, step);
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
  };
  await Promise.all([untilDone(100), untilDone(170), untilDone(300)]);
  await expectWhole(tables, 'two runs');
});
