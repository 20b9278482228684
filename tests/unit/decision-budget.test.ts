import { beforeAll, expect, test } from 'vitest';
import { benchHistory, type Measured } from '../bench/history.ts';

/** The bound that DECISION-SEARCH.md states for every page. */
const most = { units: 100, requests: 16 };
/** What every usual search stays within; the larger bound is for the strangest. */
const usual = { units: 50, requests: 8 };

let measured: readonly Measured[];
beforeAll(async () => {
  measured = await benchHistory([1000, 20_000]);
}, 300_000);

test('no page of any mix reads more than the bound, in a history of 1,000 decisions and of 20,000', () => {
  expect(measured.length).toBeGreaterThan(50);
  for (const one of measured) {
    const why = `${one.mix} among ${one.decisions}`;
    expect(one.units, why).toBeLessThanOrEqual(most.units);
    expect(one.requests, why).toBeLessThanOrEqual(most.requests);
  }
});

test('the usual page stays well below it, and is full whenever there is enough to fill it', () => {
  for (const one of measured) {
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
