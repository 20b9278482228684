import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedQuantities, monthlyCost, monthlyQuantities } from '../../infra/cost/monthly-cost.ts';
import { items, PricesSchema } from '../../infra/cost/prices.ts';
import { UnitsSchema, UsageSchema, unitsOfALife } from '../../infra/cost/usage.ts';

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../infra/cost/${name}`, import.meta.url), 'utf8'));
const prices = PricesSchema.parse(file('prices.json'));
const usage = UsageSchema.parse(file('usage.json'));
const units = UnitsSchema.parse(file('units.json'));

describe('the monthly cost', () => {
  test('of nothing going on is keys, alarms, a dashboard and a few runs of the clock', () => {
    const { lines, total } = monthlyCost(0, usage, units, prices);
    const paid = lines.filter(({ amount }) => amount > 0).map(({ item }) => item);
    expect(paid).toEqual(['lambdaRequests', 'lambdaGbSeconds', ...Object.keys(fixedQuantities).sort()]);
    expect(total).toBeLessThan(15);
  });

  test('is the sum of its lines, each with a price', () => {
    const { lines, total } = monthlyCost(100_000, usage, units, prices);
    expect(lines.map(({ item }) => item)).toEqual(items);
    expect(total).toBeCloseTo(
      lines.reduce((sum, { amount }) => sum + amount, 0),
      9,
    );
  });

  test('of one request more per application is what the gateway and a function ask for it', () => {
    const more = {
      ...usage,
      perApplication: { ...usage.perApplication, apiRequests: usage.perApplication.apiRequests + 1 },
    };
    const difference =
      monthlyCost(12_000_000, more, units, prices).total -
      monthlyCost(12_000_000, usage, units, prices).total;
    // A million requests a month: 1.00 for the gateway, 0.20 for invocations, 60 ms of half a GB, 1.20 for the CDN.
    expect(difference).toBeCloseTo(1 + 0.2 + 0.03 * 13.3334 + 1.2, 4);
  });

  test('grows in a straight line with the number of applications', () => {
    const at = (size: number) => monthlyCost(size, usage, units, prices).total;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (a, b) => {
          expect(at(a) + at(b) - at(0)).toBeCloseTo(at(a + b), 3);
        },
      ),
    );
  });

  test('takes the units of a life from those of its acts', () => {
    const without = { ...usage, times: { ...usage.times, approve: 0 } };
    const [all, less] = [unitsOfALife(usage, units), unitsOfALife(without, units)];
    const { read, write } = units.acts.approve;
    expect([all.read - less.read, all.write - less.write]).toEqual([read, write]);
  });

  test('counts a year of documents in store by its last month', () => {
    expect(monthlyQuantities(1024, usage, units).objectGb).toBeCloseTo(7.5, 9);
  });

  test('rests on the units that the page on scale reckons with', () => {
    const page = readFileSync(new URL('../../infra/SCALE.md', import.meta.url), 'utf8');
    const { read, write } = unitsOfALife(usage, units);
    expect(page).toContain(`${Math.round(write)} write and ${Math.round(read)} read units`);
    // Ten times the mean of a year of 7.2 million seconds, for the country.
    const peak = (perApplication: number): string =>
      (Math.round((10_000_000 * perApplication) / 7_200_000) * 10).toLocaleString('en-US');
    expect(page).toContain(`| write units a second at the peak | 1.3 | 120 | ${peak(write)} |`);
    expect(page).toContain(`| read units a second at the peak | 2.0 | 176 | ${peak(read)} |`);
  });

  test('is what the deployment guide says', () => {
    const guide = readFileSync(new URL('../../infra/DEPLOYMENT.md', import.meta.url), 'utf8');
    const rowOf = (title: string): number[] => {
      const row = guide.split('\n').find((line) => line.startsWith(`| ${title} |`)) ?? '';
      return row.replaceAll(/[*,]/g, '').split('|').slice(2, 5).map(Number);
    };
    const bills = [1_000, 100_000, 10_000_000].map((size) => monthlyCost(size, usage, units, prices));
    const cognito = bills.map(({ lines }) => lines.find(({ item }) => item === 'activePeople')!.amount);
    for (const [index, { total }] of bills.entries()) {
      expect(rowOf('Cognito, if used')[index]).toBeCloseTo(cognito[index]!, 0);
      expect(rowOf('**with an issuer of one’s own**')[index]).toBeCloseTo(total - cognito[index]!, -0.5);
    }
  });
});
