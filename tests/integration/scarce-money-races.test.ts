import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { auditOf } from '../../functions/funds/audit.ts';
import { changeAllocation } from '../../functions/funds/keep-fund.ts';
import { readFund } from '../../functions/persistence/fund.ts';
import { type InProcess, person } from '../support/in-process.ts';
import {
  answerOf,
  answersOf,
  approve,
  atItsDecision,
  done,
  raceFund,
  startRaceCounty,
  stillWaits,
} from '../support/race-county.ts';

/** Two at the same instant, on the real engine, hundreds of times. */
const rounds = 200;
const amount = 1_000_000;

vi.setConfig({ testTimeout: 300_000 });

let county: InProcess;
beforeAll(async () => {
  county = await startRaceCounty();
});
afterAll(() => county.stop());

let enterprises = 0;
const nextCase = (): Promise<string> => {
  enterprises += 1;
  return atItsDecision(county, 'race-grant', answersOf(enterprises, { wanted: amount }));
};
const books = async () => (await readFund(county.tables, raceFund))!;

/** Leaves exactly so much to give. */
async function leave(available: number): Promise<void> {
  const fund = await books();
  const allocated = fund.allocated - fund.available + available;
  if (allocated === fund.allocated) return;
  await lower(allocated).then(done);
}
async function lower(allocated: number) {
  const { version } = await books();
  const change = { commandId: randomUUID(), version, allocated, reason: '调整额度' };
  return changeAllocation(county.system, person('finance-officer-1'), raceFund, change);
}

test('two approvals for the last money: exactly one is given it, the other keeps its work', async () => {
  let waiting = await nextCase();
  for (let round = 0; round < rounds; round += 1) {
    const other = await nextCase();
    await leave(amount);
    const outcomes = await Promise.all([
      approve(county.system, waiting, amount),
      approve(county.system, other, amount),
    ]);
    const answers = outcomes.map(answerOf);
    expect(answers.toSorted()).toEqual(['done', 'fund-insufficient']);
    const refusal = outcomes.find(({ ok }) => !ok);
    expect(refusal).toMatchObject({ refusal: { params: { available: '0.00 元' } } });
    waiting = answers[0] === 'done' ? other : waiting;
    expect(await stillWaits(county, waiting)).toBe(true);
  }
  expect(await books()).toMatchObject({ available: 0, committed: rounds * amount });
});

test('a fund lowered while its last money is promised: either, never both', async () => {
  let waiting = await nextCase();
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    await leave(amount);
    const { allocated } = await books();
    const [approval, lowering] = (
      await Promise.all([approve(county.system, waiting, amount), lower(allocated - amount)])
    ).map(answerOf);
    seen.add(`${approval} ${lowering}`);
    const fund = await books();
    expect(fund.available).toBe(0);
    if (approval === 'done') waiting = await nextCase();
    else expect(await stillWaits(county, waiting)).toBe(true);
  }
  expect(
    [...seen].filter((pair) => !['done fund-below-committed', 'fund-insufficient done'].includes(pair)),
  ).toEqual([]);
});

test('a fund cannot be lowered below what is promised by any fen', async () => {
  await leave(amount);
  const { allocated, available } = await books();
  expect(answerOf(await lower(allocated - available - 1))).toBe('fund-below-committed');
  expect(answerOf(await lower(allocated - available))).toBe('done');
});

test('after all that the sum of the movements is the balance, and every movement has its event', async () => {
  const audited = await auditOf(county.tables, raceFund);
  expect(audited?.faults).toEqual([]);
  expect(audited?.cases).toBeGreaterThan(rounds);
});
