import { monthlyCost } from './cost/monthly-cost.ts';
import prices from './cost/prices.json' with { type: 'json' };
import { PricesSchema } from './cost/prices.ts';
import units from './cost/units.json' with { type: 'json' };
import usage from './cost/usage.json' with { type: 'json' };
import { UnitsSchema, UsageSchema, unitsOfALife } from './cost/usage.ts';

/** `npm run cost`: the monthly bill at three sizes, as a table; `--json` for machines. */
const known = {
  prices: PricesSchema.parse(prices),
  usage: UsageSchema.parse(usage),
  units: UnitsSchema.parse(units),
};
const sizes = [1_000, 100_000, 10_000_000];
const bills = sizes.map((size) => monthlyCost(size, known.usage, known.units, known.prices));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ ...known, sizes, bills }, undefined, 2));
} else {
  const row = (name: string, cells: readonly string[]): void =>
    console.log(`| ${name.padEnd(52)} | ${cells.map((cell) => cell.padStart(14)).join(' | ')} |`);
  const money = (amount: number): string =>
    amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

  const { read, write } = unitsOfALife(known.usage, known.units);
  console.log(
    `Per month in ${known.prices.currency}, ${known.prices.region}, prices collected on ${known.prices.collectedOn}, without free tiers.`,
  );
  console.log(
    `One application uses ${write} write and ${read} read units over its life: units by ${known.units.source} of ${known.units.date}, how often by ${known.usage.source} of ${known.usage.date}.\n`,
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
  const ownIssuer = bills.map(
    ({ total, lines }) => total - (lines.find(({ item }) => item === 'activePeople')?.amount ?? 0),
  );
  row('**total with an issuer of one’s own**', ownIssuer.map(money));
  row(
    'of it per application',
    ownIssuer.map((total, index) => ((total * 12) / (sizes[index] ?? 1)).toFixed(4)),
  );
  row(
    '**total with Cognito**',
    bills.map(({ total }) => money(total)),
  );
}
