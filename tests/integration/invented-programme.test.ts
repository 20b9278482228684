import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers, RowAnswer } from '../../shared/forms/answers.ts';
import { pay } from '../support/award-desk.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, furnish, type InProcess, person, startInProcess } from '../support/in-process.ts';
import { act, approveAs, checklistOf } from '../support/reviewing.ts';

/**
 * A programme that nobody had in mind when the engine was written, as a policy officer would bring it: a file. It
 * shares no field with the county's own, is accepted by the bureau that an answer names, asks the town only about
 * roofs and large sums, is decided by the county office, and is published by nobody.
 */
const file = new URL('../support/programmes/power-cost-relief.json', import.meta.url);
const programmeId = 'power-cost-relief';
let county: InProcess;
let applicant: Caller;
const as = (id: string): Caller => county.as(person(id));

beforeAll(async () => {
  county = await startInProcess();
  await furnish(county);
  applicant = as('applicant-gloves');
  const document: unknown = JSON.parse(await readFile(file, 'utf8'));
  expect(await as('policy-officer')('checkProgramme', { body: { document } })).toMatchObject({
    ok: true,
    errors: [],
  });
  await as('policy-officer')('publishProgramme', { body: { document } });
  await as('finance-officer-1')('openFund', {
    body: {
      commandId: randomUUID(),
      funder: 'human-resources-bureau',
      programme: programmeId,
      year: 2026,
      allocated: 5_000_000,
      reason: '年初预算',
    },
  });
});
afterAll(() => county.stop());

const bill = (number: string, paid: number, offPeak: boolean): RowAnswer => ({
  bill: number,
  paidOn: '2026-10-08',
  kwh: 10_000,
  paid,
  offPeak,
});
const answers = (workshop: string, sources: readonly string[], bills: readonly RowAnswer[]): Answers => ({
  firmName: '平利嘉鸿手套有限公司',
  code: '91610926MA0000007W',
  owner: '11010519491231002X',
  trade: 'textile',
  seat: '610926100',
  workshop,
  sources: [...sources],
  ...(sources.includes('roof') && { roofArea: 200_00 }),
  bills: [...bills],
  accountHolder: '平利嘉鸿手套有限公司',
  bankName: '平利县农村商业银行',
  accountNumber: '6222021234567890128',
});
const stageOf = async (caseId: string) =>
  (await applicant('getApplication', { params: { caseId } })).stage?.id;
const accept = async (caseId: string) => {
  const desk = as('human-resources-reviewer-1');
  await act(desk, caseId, { type: 'claim' });
  await act(desk, caseId, { type: 'accept', checklist: await checklistOf(desk, caseId) });
};

test('the public sees it beside the county’s own, and learns what could be had', async () => {
  const anyone = county.as();
  const { items } = await anyone('listProgrammes');
  expect(items.find(({ id }) => id === programmeId)).toMatchObject({ promisedDays: 13 });
});

test('its form is checked like any other, conditions and rows included', async () => {
  const { caseId, draftVersion } = await applicant('startApplication', {
    body: { commandId: randomUUID(), programmeId },
  });
  const wrong = answers(
    '一楼',
    ['roof'],
    [bill('A', 1, true), { ...bill('A', 1, true), paidOn: '2026-02-30' }],
  );
  const { errors } = await applicant('saveDraft', {
    params: { caseId },
    body: { draftVersion, answers: { ...wrong, roofArea: undefined, code: '111111111111111111' } },
  });
  expect(errors.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/code', '/roofArea', '/bills/1/paidOn', '/billScans', '/roofPermit']),
  );
  await applicant('discardDraft', { params: { caseId } });
});

test('a small one without a roof skips the town and goes from draft to money and letter', async () => {
  const bills = [bill('D-1', 800_000, false), bill('D-2', 1_200_000, true)];
  const caseId = await fillIn(applicant, programmeId, answers('一号车间', ['grid'], bills));
  await submit(applicant, caseId);
  expect(await stageOf(caseId)).toBe('desk');
  await accept(caseId);
  expect(await stageOf(caseId)).toBe('county');

  const decider = as('county-leader');
  const { explanation } = await decider('getCase', { params: { caseId } });
  // A tenth of 8,000 yuan and a quarter of 12,000.
  expect(Object.fromEntries(explanation.terms.map(({ name, value }) => [name, value]))).toEqual({
    roof: false,
    paidPeak: 800_000,
    paidOffPeak: 1_200_000,
    reckoned: 380_000,
    relief: 380_000,
  });
  await approveAs(decider, caseId);
  const { status, letters, amount } = await applicant('getApplication', { params: { caseId } });
  expect([status, amount?.approved]).toEqual(['approved', 380_000]);
  const letter = JSON.stringify(letters.at(-1));
  expect(letter).toContain('工厂用电补贴');
  expect(letter).toContain('3,800.00');

  const [first, second] = [as('finance-officer-1'), as('finance-officer-2')];
  await pay(first, caseId, { type: 'prepare-payment', amount: 380_000 });
  await pay(second, caseId, { type: 'approve-payment' });
  // Whom to pay is named whatever the form calls it.
  expect((await first('getAward', { params: { caseId } })).payee).toEqual({
    name: '平利嘉鸿手套有限公司',
    bank: '平利县农村商业银行',
    account: expect.stringMatching(/^\*+0128$/),
  });
  await pay(first, caseId, { type: 'record-paid', voucher: 'V-0001', paidOn: '2026-11-23' });
  const award = await applicant('getOwnAward', { params: { caseId } });
  expect([award.award, award.paid, award.unpaid]).toEqual(['active', 380_000, 0]);
  expect(JSON.stringify(award)).toContain('继续生产');
});

test('one with a roof is asked of the town, and no bill is paid for twice', async () => {
  const again = answers('二号车间', ['grid', 'roof'], [bill('D-2', 1_200_000, true)]);
  const caseId = await fillIn(applicant, programmeId, again);
  await submit(applicant, caseId);
  await accept(caseId);
  expect(await stageOf(caseId)).toBe('meter');
  const { explanation } = await as('chengguan-reviewer-1')('getCase', { params: { caseId } });
  expect(explanation.rules.find(({ id }) => id === 'new-bills')).toMatchObject({ result: 'not-met' });
  expect(explanation.outcome).toBe('not-eligible');
});
