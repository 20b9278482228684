import * as fc from 'fast-check';
import type { DecisionQuery } from '../../shared/decisions/decision-query.ts';
import { type DecisionRow, type Trait, traitsOf } from '../../shared/decisions/decision-row.ts';

/** Searches of any mix: some that must find something, some that hardly can, some that cannot. */
export function queriesOver(rows: readonly DecisionRow[]): fc.Arbitrary<DecisionQuery> {
  const row = fc.nat({ max: rows.length - 1 }).map((at) => rows[at]!);
  const fromOne = row.chain((one) => fc.subarray([...traitsOf(one)]));
  const fromSeveral = fc
    .array(row, { minLength: 1, maxLength: 4 })
    .map((several) => several.map((one, at) => traitsOf(one)[(at * 3) % traitsOf(one).length]!));
  const unknown = fc.constant<Trait[]>([{ dimension: 'officer', value: 'nobody' }]);
  const traits = fc
    .oneof(
      { weight: 6, arbitrary: fromOne },
      { weight: 3, arbitrary: fromSeveral },
      { weight: 1, arbitrary: unknown },
    )
    .map((all) => [...new Map(all.map((trait) => [trait.dimension, trait])).values()]);
  const day = row.map(({ at }) => at.slice(0, 10));
  const amount = fc.oneof(
    row.map((one) => one.amount),
    fc.constantFrom(0, 1_000_000, 3_000_000, 5_000_000, 10_000_001),
  );
  return fc
    .record({
      traits,
      days: fc.option(fc.tuple(day, day), { freq: 2 }),
      amounts: fc.option(fc.tuple(amount, amount), { freq: 2 }),
      open: fc.constantFrom('both', 'from', 'to'),
    })
    .map(({ traits: wanted, days, amounts, open }) => ({
      traits: wanted,
      ...(days && open !== 'to' && { from: days.toSorted()[0]! }),
      ...(days && open !== 'from' && { to: days.toSorted()[1]! }),
      ...(amounts && open !== 'to' && { least: Math.min(...amounts) }),
      ...(amounts && open !== 'from' && { most: Math.max(...amounts) }),
    }));
}
