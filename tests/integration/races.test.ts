import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFund } from '../../functions/persistence/fund.ts';
import { equipmentWorth, startupGrantAnswers, trainingAnswers } from '../../infra/local/demo/applications.ts';
import type { Factory } from '../../infra/local/demo/factory.ts';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { gloveMaker, gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { traineeRows } from '../../infra/local/demo/rosters.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { act, approval, approveAs, passTown, type TownDesk } from '../support/reviewing.ts';

/** What is scarce is given once, however many ask for it at the same moment. */
let county: InProcess;
let applicant: Caller;
let town: TownDesk;
beforeAll(async () => {
  county = await startCounty(25_000_000);
  const as = (id: string) => county.as(person(id));
  applicant = as('applicant-gloves');
  town = [as('chengguan-reviewer-1'), as('chengguan-reviewer-2'), as('chengguan-supervisor')];
});
afterAll(() => county.stop());

const outcomes = async (calls: readonly Promise<unknown>[]): Promise<string[]> =>
  Promise.all(
    calls.map((call) =>
      call.then(
        () => 'done',
        () => codeOf(call),
      ),
    ),
  );

const file = async (programmeId: string, answers: Answers): Promise<string> => {
  const caseId = await fillIn(applicant, programmeId, answers);
  await submit(applicant, caseId);
  return caseId;
};

/** Brought up to the last decision, which is claimed and only waits to be sent. */
async function readyToApprove(caseId: string, deciders: readonly Caller[]) {
  await passTown(town, caseId, '2026-11-23');
  for (const decider of deciders.slice(0, -1)) await approveAs(decider, caseId);
  const last = deciders.at(-1)!;
  await act(last, caseId, { type: 'claim' });
  // With a reason it is approved whatever the rules say by then, so that only the store can refuse.
  const command = { ...(await approval(last, caseId)), deviationReason: '按会议意见办理。' };
  const { version } = await last('getCase', { params: { caseId } });
  return () => last('actOnCase', { params: { caseId }, body: { commandId: randomUUID(), version, command } });
}
const factory = (number: number): Factory => ({
  ...gloveMaker,
  enterpriseName: `平利县第${number}手套厂（演示）`,
  creditCode: fictionalCreditCode(number),
});
const grantFor = (site: Factory, invoices: string, requested = 10_000_000): Answers =>
  startupGrantAnswers(site, {
    requested,
    equipment: equipmentWorth(24_000_000, invoices),
    citedBases: ['interim-measures'],
    firstWorker: 100,
  });
const trainingFor = (site: Factory, first: number, qualified: number): Answers =>
  trainingAnswers(site, {
    stream: 'rain-dew',
    occupation: 'glove-maker',
    sessionNumber: '2026 年第 1 期',
    startsOn: '2026-03-02',
    endsOn: '2026-05-29',
    teachers: [{ name: '陈师傅', subject: '缝制工艺', qualification: '高级技师', hours: 90 }],
    trainees: traineeRows({
      first,
      qualified,
      contractedOn: '2026-03-02',
      poor: true,
      certificates: `YL${first}`,
    }),
  });

test('two submissions of one enterprise for one site: the second is told of the first', async () => {
  const answers = { ...gloveMakerGrant(), site: '同一厂房' };
  const [one, other] = [
    await fillIn(applicant, 'startup-grant', answers),
    await fillIn(applicant, 'startup-grant', { ...answers, site: ' 同一 厂房' }),
  ];
  const results = await outcomes([submit(applicant, one), submit(applicant, other)]);
  expect(results.toSorted()).toEqual(['already-applied', 'done']);
  const [live, refused] = results[0] === 'done' ? [one, other] : [other, one];
  expect(await problemOf(submit(applicant, refused))).toMatchObject({
    status: 409,
    params: { caseId: live },
  });
  expect((await applicant('getApplication', { params: { caseId: refused } })).status).toBe('draft');
});

test('two officers claim a case: one has it', async () => {
  const caseId = await file('startup-grant', { ...gloveMakerGrant(), site: '认领处' });
  const claim = (call: Caller) =>
    call('actOnCase', {
      params: { caseId },
      body: { commandId: randomUUID(), version: 1, command: { type: 'claim' } },
    });
  expect((await outcomes([claim(town[0]), claim(town[1])])).toSorted()).toEqual(['done', 'stale-version']);
});

/** Whoever comes second is refused by the store, or already by the rules when they look at what is left. */
const second = ['amount-above-computed', 'fund-insufficient'];

test('two branches of one enterprise want more than its cap: together they stay under it', async () => {
  const deciders = [county.as(person('human-resources-reviewer-1')), county.as(person('county-leader'))];
  const enterprise = factory(51);
  const one = await file('startup-grant', grantFor({ ...enterprise, site: '总厂' }, '26651000'));
  const other = await file('startup-grant', grantFor({ ...enterprise, site: '分厂' }, '26652000'));
  const ready = [await readyToApprove(one, deciders), await readyToApprove(other, deciders)];
  const [refused, done] = (await outcomes(ready.map((approve) => approve()))).toSorted();
  expect(done).toBe('done');
  expect(refused).toBe('amount-above-computed');
});

test('two approvals want more than the fund has: nothing is promised twice', async () => {
  const fund = 'county:startup-grant:2026';
  const finance = county.as(person('finance-officer-1'));
  const { fund: before } = await finance('getFund', { params: { fund } });
  const allocated = before.allocated - before.available + 15_000_000;
  const change = { commandId: randomUUID(), version: before.version, allocated, reason: '只留 15 万元' };
  await finance('changeAllocation', { params: { fund }, body: change });
  const ready = [];
  for (const number of [21, 22]) {
    const caseId = await file('startup-grant', grantFor(factory(number), `266${number}000`));
    // The first yes reserves the money until the joint meeting.
    ready.push(await readyToApprove(caseId, [county.as(person('human-resources-reviewer-1'))]));
  }
  const results = await outcomes(ready.map((approve) => approve()));
  expect(results.filter((result) => result === 'done')).toHaveLength(1);
  expect(results.filter((result) => second.includes(result))).toHaveLength(1);
  expect(await readFund(county.tables, fund)).toMatchObject({
    available: 5_000_000,
    reserved: before.reserved + 10_000_000,
    committed: before.committed,
  });
});

test('two enterprises are awarded for one invoice at once: one of them is, and it is nobody else’s any more', async () => {
  const deciders = [county.as(person('human-resources-reviewer-1'))];
  // Little enough to need no joint meeting.
  const listing = (number: number) => grantFor(factory(number), '26661000', 2_000_000);
  const ready = [];
  for (const number of [61, 62]) {
    ready.push(await readyToApprove(await file('startup-grant', listing(number)), deciders));
  }
  const [done, refused] = (await outcomes(ready.map((approve) => approve()))).toSorted((a) =>
    a === 'done' ? -1 : 1,
  );
  expect([done, refused]).toEqual(['done', 'item-already-awarded']);
  // Whoever lists it next is told before anybody reviews it.
  const third = await fillIn(applicant, 'startup-grant', listing(63));
  const { explanation } = await applicant('checkDraft', { params: { caseId: third } });
  expect(explanation?.rules.filter(({ result }) => result === 'not-met').map(({ id }) => id)).toContain(
    'not-paid-before',
  );
});

test('two rosters share people: the second is told how many', async () => {
  const bureau = county.as(person('poverty-relief-reviewer-1'));
  // 12 people each, 1008 to 1011 on both.
  const one = await file('training-subsidy', trainingFor(factory(41), 1000, 12));
  const other = await file('training-subsidy', trainingFor(factory(42), 1008, 12));
  const ready = [await readyToApprove(one, [bureau]), await readyToApprove(other, [bureau])];
  const calls = ready.map((approve) => approve());
  expect((await outcomes(calls)).toSorted()).toEqual(['done', 'person-already-paid']);
  const refused = (await Promise.allSettled(calls)).findIndex(({ status }) => status === 'rejected');
  expect((await problemOf(calls[refused]!)).params).toEqual({ count: 4 });
});
