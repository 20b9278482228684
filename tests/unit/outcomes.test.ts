import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../shared/calendar/date.ts';
import { csvOf, yuanOf } from '../../shared/exports/csv.ts';
import { type AwardRecord, outcomesOf, totalOf } from '../../shared/outcomes/outcome.ts';

const award = (change: Partial<AwardRecord> = {}): AwardRecord => ({
  enterprise: 'one',
  enterpriseName: '甲厂',
  site: 'here',
  place: '一层',
  town: '610926100',
  payments: [],
  repayments: [],
  statements: [],
  ...change,
});
const said = (on: string, jobs: number, more: object = {}) => ({
  on,
  figures: { jobs, poorJobs: 1, ...more },
});

describe('what a factory did in a year', () => {
  test('its jobs are those of the latest statement, not their sum; output adds up', () => {
    const statements = [
      said('2026-03-01', 70, { output: 100 }),
      said('2026-09-01', 60, { output: 50, wage: 200_000 }),
      said('2027-03-01', 10),
    ];
    expect(outcomesOf([award({ statements })], 2026)).toMatchObject([
      { jobs: 60, output: 150, wage: 200_000 },
    ]);
  });

  test('two awards of one factory are one line, two factories two', () => {
    const paid = { payments: [{ on: '2026-05-01', amount: 600 }], statements: [said('2026-01-01', 3)] };
    const lines = outcomesOf([award(paid), award(paid), award({ ...paid, site: 'there' })], 2026);
    expect(lines).toMatchObject([
      { jobs: 3, paid: 1200, costPerJob: 400 },
      { jobs: 3, paid: 600, costPerJob: 200 },
    ]);
    expect(totalOf(lines)).toMatchObject({ jobs: 6, paid: 1800, costPerJob: 300 });
  });

  test('jobs are promised once for a factory, however often it applied', () => {
    const statements = [said('2026-01-01', 3)];
    const lines = outcomesOf(
      [
        award({ promisedJobs: 5, statements }),
        award({ promisedJobs: 8, statements }),
        award({ promisedJobs: 4, statements, site: 'there' }),
        award({ statements, site: 'elsewhere' }),
      ],
      2026,
    );
    expect(lines.map(({ promisedJobs }) => promisedJobs)).toEqual([8, 4, 0]);
    expect(totalOf(lines)).toMatchObject({ promisedJobs: 12, jobs: 9 });
  });

  test('without jobs there is no cost per job', () => {
    const [line] = outcomesOf([award({ payments: [{ on: '2026-05-01', amount: 600 }] })], 2026);
    expect(line).not.toHaveProperty('costPerJob');
  });
});

test('the rent of all years is the value of the lease, whatever the day it begins', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 36 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (start, months, value) => {
        const from = addMonths('2026-01-31', start % 40);
        const records = [award({ lease: { from, months, value }, statements: [said('2020-01-01', 1)] })];
        const years = Array.from({ length: 10 }, (_, index) => 2026 + index);
        const lines = years.flatMap((year) => outcomesOf(records, year));
        const sum = (of: (line: (typeof lines)[number]) => number) =>
          lines.reduce((total, line) => total + of(line), 0);
        expect(sum((line) => line.rentWaived)).toBe(value);
        expect(sum((line) => line.rentMonths)).toBe(months);
      },
    ),
  );
});

test('a table for spreadsheets: names cannot become formulas', () => {
  expect(
    csvOf(
      ['甲', 'b'],
      [
        ['=1+1', 2],
        ['a,"b"', -3],
      ],
    ),
  ).toBe('\uFEFF甲,b\r\n\'=1+1,2\r\n"a,""b""",-3\r\n');
  expect([yuanOf(0), yuanOf(5), yuanOf(123_456_700), yuanOf(-250)]).toEqual([
    '0.00',
    '0.05',
    '1234567.00',
    '-2.50',
  ]);
});
