import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendRows } from '../../functions/decisions/append-rows.ts';
import { type IndexState, moveIndexState, newIndexState } from '../../functions/decisions/index-state.ts';
import { type Order, pageSize, searchDecisions } from '../../functions/decisions/search-decisions.ts';
import type { Tables } from '../../functions/persistence/tables.ts';
import { type DecisionQuery, fits } from '../../shared/decisions/decision-query.ts';
import { type DecisionRow, type Trait, traitsOf } from '../../shared/decisions/decision-row.ts';
import { blockSize } from '../../shared/decisions/posting.ts';
import { startStores, type TestStores } from '../support/county-journal.ts';
import { queriesOver } from '../support/decision-queries.ts';
import { decisionRows } from '../support/decision-rows.ts';

let stores: TestStores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const history = [
  ...decisionRows({ decisions: 2600, from: '2025-11-01T00:00:00.000Z', until: '2026-11-23T00:00:00.000Z' }),
];

async function emptyIndex(name: string): Promise<{ tables: Tables; state: IndexState }> {
  const { tables } = await stores.county(name);
  const state = newIndexState();
  await moveIndexState(tables, 'current', undefined, state);
  return { tables, state };
}

const append = (tables: Tables, state: IndexState, rows: readonly DecisionRow[]) =>
  appendRows(tables, 'current', state, rows, { through: (rows.at(-1)?.index ?? -1) + 1 });

const named = ({ caseId, seq }: DecisionRow) => `${caseId}/${seq}`;

/** All pages of a search; `between` may have the history grow after each of them. */
async function allPages(
  tables: Tables,
  state: () => IndexState,
  query: DecisionQuery,
  order: Order,
  between: () => Promise<void> = async () => undefined,
): Promise<DecisionRow[]> {
  const rows: DecisionRow[] = [];
  let next: number | undefined;
  do {
    const page = await searchDecisions(tables, state(), query, order, next);
    expect(page.rows.length).toBeLessThanOrEqual(pageSize);
    if (page.searchedTo === undefined && page.next !== undefined) expect(page.rows).toHaveLength(pageSize);
    rows.push(...page.rows);
    next = page.next;
    await between();
  } while (next !== undefined);
  return rows;
}

const naive = (rows: readonly DecisionRow[], query: DecisionQuery, order: Order): DecisionRow[] => {
  const found = rows.filter((row) => fits(query, row));
  return order === 'newest' ? found.reverse() : found;
};

describe('a search through a history of 2,600 decisions', () => {
  let tables: Tables;
  let state: IndexState;
  beforeAll(async () => {
    ({ tables, state } = await emptyIndex('whole'));
    // Lots of any size: the log grows by one decision, or by hundreds after a standstill.
    const random = [1, 7, 256, 31, 400, 3, 900, 255, 1, 512];
    for (let from = 0, nth = 0; from < history.length; nth += 1) {
      const to = Math.min(history.length, from + random[nth % random.length]!);
      state = await append(tables, state, history.slice(from, to));
      from = to;
    }
  });

  test.each(['newest', 'oldest'] as const)(
    'finds exactly what a look at every row finds, %s first',
    async (order) => {
      await fc.assert(
        fc.asyncProperty(queriesOver(history), async (query) => {
          const found = await allPages(tables, () => state, query, order);
          expect(found.map(named)).toEqual(naive(history, query, order).map(named));
        }),
        { numRuns: 40 },
      );
    },
  );

  test('gives the rows as they were entered', async () => {
    const [row] = (await searchDecisions(tables, state, { traits: [] }, 'newest')).rows;
    expect(row).toEqual(history.at(-1));
    const { rows } = await searchDecisions(tables, state, { traits: [] }, 'oldest');
    expect(rows).toEqual(history.slice(0, pageSize));
  });

  test.each(['newest', 'oldest'] as const)(
    'keeps its pages while the history grows, %s first',
    async (order) => {
      const grown = await emptyIndex(`grown-${order}`);
      let index = await append(grown.tables, grown.state, history.slice(0, 1000));
      const grow = async () => {
        const more = history.slice(index.rows, index.rows + 40);
        if (more.length > 0) index = await append(grown.tables, index, more);
      };
      const query: DecisionQuery = { traits: [{ dimension: 'late', value: 'no' }] };
      const seen = await allPages(grown.tables, () => index, query, order, grow);
      // Newest first begins with what was the newest; oldest first comes to what was added meanwhile.
      const there = order === 'newest' ? history.slice(0, 1000) : history.slice(0, index.rows);
      const wanted = naive(there, query, order).map(named);
      expect(seen.map(named)).toEqual(wanted.slice(0, seen.length));
      expect(wanted.length - seen.length).toBeLessThanOrEqual(order === 'newest' ? 0 : 40);
      expect(index.rows).toBeGreaterThan(1500);
    },
  );
});

test.each(['newest', 'oldest'] as const)(
  'finds the same across the edges of blocks, %s first',
  async (order) => {
    // The index is begun shortly before the end of a block, as if all before had been entered; and once more.
    const { tables, state } = await emptyIndex(`edges-${order}`);
    const fold = 256;
    const starts = [blockSize - 4 * fold, 2 * blockSize - 3 * fold];
    const rows: DecisionRow[] = [];
    let index = state;
    for (const [nth, start] of starts.entries()) {
      const moved = { ...index, rows: start, folded: start };
      await moveIndexState(tables, 'current', index, moved);
      const own = history.slice(nth * 1280, (nth + 1) * 1280);
      index = await append(tables, moved, own.slice(0, 700));
      index = await append(tables, index, own.slice(700));
      rows.push(...own);
    }
    const { late, ...common } = { late: 'no', stage: 'acceptance', town: '610926100' };
    const traits = (given: Record<string, string>) =>
      Object.entries(given).map(([dimension, value]) => ({ dimension, value }) as Trait);
    const queries: DecisionQuery[] = [
      { traits: traits({ late }) },
      { traits: traits({ ...common, late }) },
      { traits: traits(common), least: 1_000_000 },
      { traits: traits({ late }), least: 3_000_000, most: 20_000_000 },
      { traits: traits({ late }), from: history[600]!.at.slice(0, 10), to: history[2000]!.at.slice(0, 10) },
      ...traitsOf(rows[1250]!).map((trait) => ({ traits: [trait] })),
    ];
    for (const query of queries) {
      const found = await allPages(tables, () => index, query, order);
      expect(found.map(named), JSON.stringify(query)).toEqual(naive(rows, query, order).map(named));
    }
  },
);

test('an empty index answers with nothing', async () => {
  const { tables, state } = await emptyIndex('empty');
  for (const order of ['newest', 'oldest'] as const) {
    const query = { traits: [{ dimension: 'town', value: '610926100' } as const] };
    expect(await searchDecisions(tables, state, query, order)).toEqual({ rows: [] });
  }
});
