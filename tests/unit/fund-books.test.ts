import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditFund } from '../../shared/funds/audit-fund.ts';
import { type Fund, fundIdOf, fundNameOf } from '../../shared/funds/fund.ts';
import { balanceAfter, type Movement, movementKinds, potChanges } from '../../shared/funds/movement.ts';
import type { FundMovement } from '../../shared/funds/movements-of-events.ts';

const fund = 'county:startup-grant:2026';
const step = fc.record({
  kind: fc.constantFrom(...movementKinds),
  amount: fc.integer({ min: -50, max: 100 }),
  before: fc.integer({ min: 0, max: 40 }),
});
type Step = { kind: (typeof movementKinds)[number]; amount: number; before: number };

/** Does to the balance what the store does: all of a movement, or nothing where a pot would fall below zero. */
function live(steps: readonly Step[]): {
  balance: ReturnType<typeof balanceAfter>;
  movements: FundMovement[];
} {
  const movements: FundMovement[] = [];
  for (const { kind, amount, before } of steps) {
    const sum = kind === 'allocate' ? amount : Math.abs(amount);
    const held = kind === 'reserve' || kind === 'commit' ? before : 0;
    const changes = potChanges(kind, sum, held);
    const seq = movements.length + 1;
    const movement: FundMovement = {
      fund,
      at: '2026-11-23T02:00:00.000Z',
      chain: `PL-${kind}`,
      seq,
      kind,
      amount: sum,
      changes,
    };
    const after = balanceAfter([...movements, movement]);
    if (Object.values(after).some((pot) => pot < 0)) continue;
    movements.push(movement);
  }
  return { balance: balanceAfter(movements), movements };
}

test('whatever moves, the parts make up the allocation and the sum of movements is the balance', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { balance, movements } = live(steps);
      expect(balance.available + balance.reserved + balance.committed + balance.paid).toBe(balance.allocated);
      const kept: Fund = { fund, version: 1, ...balance };
      expect(auditFund({ fund: kept, movements, recorded: movements })).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('an audit finds', () => {
  const { balance, movements } = live([
    { kind: 'allocate', amount: 100, before: 0 },
    { kind: 'commit', amount: 30, before: 0 },
    { kind: 'pay', amount: 20, before: 0 },
    { kind: 'repay', amount: 5, before: 0 },
  ]);
  const kept: Fund = { fund, version: 1, ...balance };
  const codes = (books: Partial<Parameters<typeof auditFund>[0]>) =>
    auditFund({ fund: kept, movements, recorded: movements, ...books }).map(({ code }) => code);

  test('nothing where all agree', () => {
    expect(kept).toMatchObject({ allocated: 100, available: 75, committed: 10, paid: 15, returned: 5 });
    expect(codes({})).toEqual([]);
  });
  test('a balance that somebody raised', () => {
    expect(codes({ fund: { ...kept, available: 76 } })).toEqual(['parts-differ', 'balance-differs']);
  });
  test('a balance that somebody shifted between pots', () => {
    expect(codes({ fund: { ...kept, available: 70, committed: 15 } })).toEqual([
      'balance-differs',
      'balance-differs',
    ]);
  });
  test('a movement that no event tells of, and an event that was not listed', () => {
    const allocated = movements[0]!;
    const others: Movement[] = movements.slice(1);
    expect(codes({ recorded: movements.slice(1) })).toEqual(['without-event']);
    expect(codes({ movements: others })).toContain('not-listed');
    expect(codes({ movements: [{ ...allocated, amount: 99 }, ...others] })).toEqual([
      'without-event',
      'not-listed',
    ]);
  });
});

test('a fund is known by funder, programme and year', () => {
  const name = { funder: '610926106', programme: 'town-cash-support', year: 2026 };
  expect(fundNameOf(fundIdOf(name))).toEqual(name);
});
