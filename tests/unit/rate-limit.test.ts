import { expect, test } from 'vitest';
import { rateLimiter } from '../../infra/local/gateway/rate-limit.ts';

test('a client may make a burst, then waits; others are not held up', () => {
  let now = 0;
  const mayPass = rateLimiter({ burst: 3, perSecond: 2 }, () => now);
  expect([1, 2, 3, 4].map(() => mayPass('a'))).toEqual([true, true, true, false]);
  expect(mayPass('b')).toBe(true);
  now += 499;
  expect(mayPass('a')).toBe(false);
  now += 1;
  expect(mayPass('a')).toBe(true);
  expect(mayPass('a')).toBe(false);
});

test('a pause brings back the burst, and no more', () => {
  let now = 0;
  const mayPass = rateLimiter({ burst: 2, perSecond: 1 }, () => now);
  mayPass('a');
  now += 3_600_000;
  expect([1, 2, 3].map(() => mayPass('a'))).toEqual([true, true, false]);
});
