import { expect, test } from 'vitest';
import { newIndexState, withUnread } from '../../functions/decisions/index-state.ts';

const entry = (number: number, seq: number) => ({ caseId: `PL-${number}`, seq, index: number * 10 + seq });

test('of each case that cannot be read, the first entry is named, and every entry is counted', () => {
  const none = newIndexState().unread;
  const some = withUnread(none, [entry(1, 3), entry(2, 1), entry(1, 4)]);
  expect(some).toEqual({ entries: 3, cases: [entry(1, 3), entry(2, 1)] });
  expect(withUnread(some, [entry(2, 2)])).toEqual({ ...some, entries: 4 });
  expect(withUnread(some, [])).toEqual(some);
});

test('so many that they would not fit a read unit are counted, the first twenty cases named', () => {
  const many = Array.from({ length: 500 }, (_, number) => entry(number, 1));
  const { entries, cases } = withUnread(newIndexState().unread, many);
  expect(entries).toBe(500);
  expect(cases).toEqual(many.slice(0, 20));
  const longest = cases.map((one) => ({ ...one, caseId: one.caseId.padEnd(128, '0') }));
  expect(JSON.stringify(longest).length).toBeLessThan(4096);
});
