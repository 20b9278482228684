import { afterAll, beforeAll, expect, test } from 'vitest';
import { newIndexState } from '../../functions/decisions/index-state.ts';
import { enteredUnder } from '../../functions/decisions/postings.ts';
import { putForward } from '../../functions/decisions/put-forward.ts';
import { chunkItems, chunkSize } from '../../functions/decisions/row-chunks.ts';
import { searchDecisions } from '../../functions/decisions/search-decisions.ts';
import { sliceName, type Trait, traitName } from '../../shared/decisions/decision-row.ts';
import { blockSize } from '../../shared/decisions/posting.ts';
import { benchHistory, type Measured } from '../bench/history.ts';
import { meter } from '../support/capacity-meter.ts';
import { startStores, type TestStores } from '../support/county-journal.ts';
import { decisionRows } from '../support/decision-rows.ts';

/** The bound that DECISION-SEARCH.md states for every page. */
const most = { units: 100, requests: 17 };
/** What every usual search stays within; the larger bound is for the strangest. */
const usual = { units: 50, requests: 8 };

let measured: readonly Measured[];
let stores: TestStores;
beforeAll(async () => {
  stores = await startStores();
  measured = await benchHistory([1000, 20_000], { combinations: 60 });
}, 300_000);
afterAll(() => stores.stop());

const isUsual = ({ mix }: Measured): boolean => !mix.startsWith('combination');

test('no page of any mix reads more than the bound, in a history of 1,000 decisions and of 20,000', () => {
  expect(measured.length).toBeGreaterThan(150);
  for (const one of measured) {
    const why = `${one.mix} among ${one.decisions}`;
    expect(one.units, why).toBeLessThanOrEqual(most.units);
    expect(one.requests, why).toBeLessThanOrEqual(most.requests);
  }
});

test('the usual page stays well below it, and is full whenever there is enough to fill it', () => {
  for (const one of measured.filter(isUsual)) {
    const why = `${one.mix} among ${one.decisions}`;
    expect(one.units, why).toBeLessThanOrEqual(usual.units);
    expect(one.requests, why).toBeLessThanOrEqual(usual.requests);
    if (one.more) expect(one.rows, why).toBe(50);
  }
});

test('what cannot be found costs no more in the longer history than one page that can', () => {
  const impossible = measured.filter(({ mix }) => mix.startsWith('impossible'));
  expect(impossible.length).toBeGreaterThan(8);
  for (const one of impossible) {
    expect(one.rows, one.mix).toBe(0);
    expect(one.units, one.mix).toBeLessThanOrEqual(25);
  }
});

/**
 * Sixty blocks, in each of which every trait is so common that its posting is a segment of its own, and no decision has
 * two of them: whoever asks for several reads everything and finds nothing. Nothing but postings is needed for that,
 * and the rows where a page may end.
 */
test('in the hardest history that could be, a page stays within the bound and the search comes to its end', async () => {
  const { tables } = await stores.county('hardest');
  const { making, ...rest } = newIndexState();
  const blocks = 60;
  const end = blocks * blockSize;
  const traits: readonly Trait[] = [
    { dimension: 'town', value: '610926100' },
    { dimension: 'stage', value: 'acceptance' },
    { dimension: 'outcome', value: 'approved' },
    { dimension: 'late', value: 'no' },
  ];
  const names = [...traits.map(traitName), sliceName(0), sliceName(9)];
  for (const [nth, name] of names.entries()) {
    const places = Array.from({ length: Math.floor(end / names.length) }, (_, at) => at * names.length + nth);
    await putForward(tables, enteredUnder(making, name, undefined, places, end));
  }
  const rows = [
    ...decisionRows({
      decisions: chunkSize,
      from: '2026-01-01T00:00:00.000Z',
      until: '2026-02-01T00:00:00.000Z',
    }),
  ];
  const edges = Array.from({ length: blocks }, (_, block) => block * blockSize);
  await putForward(
    tables,
    edges
      .flatMap((edge) => [edge, edge + blockSize - chunkSize])
      .flatMap((from) => chunkItems(making, from, [], rows)),
  );

  const counted = meter(tables, stores.tableClient());
  const state = { ...rest, making, rows: end, folded: end };
  for (const order of ['newest', 'oldest'] as const) {
    for (const query of [{ traits }, { traits, least: 1, most: 20_000_000 }]) {
      let pages = 0;
      let place: number | undefined;
      do {
        counted.reset();
        const page = await searchDecisions(counted.tables, state, query, order, place);
        expect(page.rows).toEqual([]);
        expect(counted.units).toBeLessThanOrEqual(most.units);
        expect(counted.requests).toBeLessThanOrEqual(most.requests);
        place = page.next;
        pages += 1;
        expect(pages).toBeLessThan(blocks);
      } while (place !== undefined);
      expect(pages).toBeGreaterThan(2);
    }
  }
}, 60_000);
