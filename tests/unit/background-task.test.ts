import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backgroundTask } from '../../infra/local/background-task.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const errors: unknown[] = [];
const onError = (error: unknown): void => void errors.push(error);

test('rings within a moment share one run', async () => {
  const run = vi.fn(async () => undefined);
  const task = backgroundTask({ run, onError });
  for (let ring = 0; ring < 5; ring += 1) task.ring();
  await vi.advanceTimersByTimeAsync(1000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('a ring during a run leads to another run, after it and not beside it', async () => {
  let underWay = 0;
  let most = 0;
  const run = vi.fn(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 500));
    underWay -= 1;
  });
  const task = backgroundTask({ run, onError });
  task.ring();
  await vi.advanceTimersByTimeAsync(100);
  task.ring();
  await vi.advanceTimersByTimeAsync(2000);
  expect([run.mock.calls.length, most]).toEqual([2, 1]);
});

test('an error is told and does not end it', async () => {
  let calls = 0;
  const task = backgroundTask({
    run: async () => {
      calls += 1;
      if (calls === 1) throw new Error('once');
    },
    onError,
  });
  await vi.advanceTimersByTimeAsync(2000);
  expect(calls).toBe(0);
  task.every(1000);
  await vi.advanceTimersByTimeAsync(2500);
  expect(errors).toEqual([new Error('once')]);
  expect(calls).toBe(2);
  await task.stop();
});

test('a run by hand rejects as the run does', async () => {
  const task = backgroundTask({ run: () => Promise.reject(new Error('broken')), onError });
  await expect(task.run()).rejects.toThrow('broken');
});

test('after a stop nothing begins', async () => {
  const run = vi.fn(async () => undefined);
  const task = backgroundTask({ run, onError });
  task.every(100);
  task.ring();
  await task.stop();
  task.every(100);
  await vi.advanceTimersByTimeAsync(1000);
  expect(run).not.toHaveBeenCalled();
});
