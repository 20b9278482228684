import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCalendarDays, dateOf, dayNumber } from '../../shared/calendar/date.ts';
import {
  areaToGive,
  freeArea,
  mostAllotted,
  stateOn,
  withAllotment,
  withoutCase,
} from '../../shared/premises/floor-area.ts';
import type { Allotment } from '../../shared/premises/unit.ts';

const first = dayNumber('2026-11-23');
const day = fc.integer({ min: first, max: first + 40 }).map(dateOf);
const span = fc.tuple(day, day).map(([one, other]) => [one, other].toSorted() as [string, string]);
const allotment = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd'), span, fc.integer({ min: 1, max: 900 }))
  .map(([caseId, [from, to], area]): Allotment => ({ caseId, area, from, to }));

/** The plain meaning: look at every single day. */
function mostByLookingAtEveryDay(allotments: readonly Allotment[], from: string, to: string): number {
  let most = 0;
  for (let on = from; on <= to; on = addCalendarDays(on, 1)) {
    const taken = allotments
      .filter((one) => one.from <= on && on <= one.to)
      .reduce((sum, one) => sum + one.area, 0);
    most = Math.max(most, taken);
  }
  return most;
}

test('the most that is taken over a period is the most on any of its days', () => {
  fc.assert(
    fc.property(fc.array(allotment, { maxLength: 8 }), span, (allotments, [from, to]) => {
      expect(mostAllotted(allotments, from, to)).toBe(mostByLookingAtEveryDay(allotments, from, to));
    }),
    { numRuns: 500 },
  );
});

test('giving only what is free never gives more than there is, on any day', () => {
  fc.assert(
    fc.property(fc.array(allotment, { maxLength: 30 }), (wanted) => {
      const area = 1000;
      let allotments: readonly Allotment[] = [];
      for (const one of wanted) {
        if (freeArea({ area, allotments: [...allotments] }, one.from, one.to) >= one.area) {
          allotments = withAllotment(allotments, one, dateOf(first));
        }
      }
      expect(mostByLookingAtEveryDay(allotments, dateOf(first), dateOf(first + 40))).toBeLessThanOrEqual(
        area,
      );
    }),
    { numRuns: 300 },
  );
});

const unit = (allotments: Allotment[], offer: 'free' | 'offered' | 'out-of-use' = 'offered') => ({
  area: 200_000,
  offer,
  allotments,
});
const lease = (area: number, from: string, to: string, caseId = 'a'): Allotment => ({
  caseId,
  area,
  from,
  to,
});

describe('leases that meet', () => {
  const until = lease(200_000, '2026-01-01', '2026-12-31');

  test('one that begins the day after the other ends has the whole floor', () => {
    expect(freeArea(unit([until]), '2027-01-01', '2027-12-31')).toBe(200_000);
  });
  test('one that begins on the last day of the other has none of it', () => {
    expect(freeArea(unit([until]), '2026-12-31', '2027-12-31')).toBe(0);
  });
  test('one that ends on the first day of the other has none of it', () => {
    expect(freeArea(unit([until]), '2025-06-01', '2026-01-01')).toBe(0);
  });
  test('parts add up over the days they share and over no others', () => {
    const parts = unit([
      lease(80_000, '2026-01-01', '2026-06-30'),
      lease(90_000, '2026-06-01', '2026-12-31', 'b'),
    ]);
    expect(freeArea(parts, '2026-01-01', '2026-05-31')).toBe(120_000);
    expect(freeArea(parts, '2026-01-01', '2026-06-01')).toBe(30_000);
    expect(freeArea(parts, '2026-07-01', '2026-12-31')).toBe(110_000);
  });
});

describe('how a unit stands', () => {
  const all = lease(200_000, '2026-01-01', '2026-12-31');
  test.each([
    ['offered and empty', unit([]), 'offered'],
    ['held back and empty', unit([], 'free'), 'free'],
    ['let in part, so still on offer', unit([lease(1, '2026-01-01', '2026-12-31')]), 'offered'],
    ['let in whole', unit([all]), 'let'],
    ['let in whole while its town offers nothing', unit([all], 'free'), 'let'],
    ['out of use', unit([], 'out-of-use'), 'out-of-use'],
  ] as const)('%s', (_, one, state) => {
    expect(stateOn(one, '2026-06-01')).toBe(state);
  });

  test('what is out of use is given to nobody', () => {
    expect(areaToGive(unit([], 'out-of-use'), '2026-01-01', '2026-12-31')).toBe(0);
  });
});

test('a case gives back what it had and nothing else; what is over is forgotten', () => {
  const kept = lease(1, '2026-01-01', '2026-12-31', 'b');
  expect(withoutCase([lease(5, '2026-01-01', '2026-12-31'), kept], 'a')).toEqual([kept]);
  const next = lease(2, '2027-02-01', '2027-12-31', 'c');
  expect(withAllotment([kept], next, '2027-01-01')).toEqual([next]);
});
