import { monthlyCost } from './cost/monthly-cost.ts';
import prices from './cost/prices.json' with { type: 'json' };
import { PricesSchema } from './cost/prices.ts';
import usage from './cost/usage.json' with { type: 'json' };
import { UsageSchema } from './cost/usage.ts';

/** `npm run cost`: the monthly bill at three sizes, as a table; `--json` for machines. */
const known = { prices: PricesSchema.parse(prices), usage: UsageSchema.parse(usage) };
const sizes = [1_000, 100_000, 10_000_000];
const bills = sizes.map((size) => monthlyCost(size, known.usage, known.prices));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ usage: known.usage.source, ...known.prices, sizes, bills }, undefined, 2));
} else {
  const row = (name: string, cells: readonly string[]): void =>
    console.log(`| ${name.padEnd(52)} | ${cells.map((cell) => cell.padStart(14)).join(' | ')} |`);
  const money = (amount: number): string =>
    amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

  console.log(
    `Per month in ${known.prices.currency}, ${known.prices.region}, prices collected on ${known.prices.collectedOn}, usage by ${known.usage.source} of ${known.usage.date}\n`,
  );
  row(
    'applications a year',
    sizes.map((size) => size.toLocaleString('en-US')),
  );
  row(
    '---',
    sizes.map(() => '---:'),
  );
  const [first] = bills;
  for (const [index, { unit }] of (first?.lines ?? []).entries()) {
    row(
      unit,
      bills.map(({ lines }) => money(lines[index]?.amount ?? 0)),
    );
  }
  row(
    '**total with an issuer of one’s own**',
    bills.map(({ total, lines }) =>
      money(total - (lines.find(({ item }) => item === 'activePeople')?.amount ?? 0)),
    ),
  );
  row(
    '**total with Cognito**',
    bills.map(({ total }) => money(total)),
  );
  row(
    'per application',
    bills.map(({ total }, index) => ((total * 12) / (sizes[index] ?? 1)).toFixed(4)),
  );
}
