import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleCase } from '../../functions/cases/settle-case.ts';
import { forgetDrafts } from '../../functions/clock/forget-drafts.ts';
import { remindOfDuties } from '../../functions/clock/remind-of-duties.ts';
import { documentObjectKey } from '../../functions/documents/object-removal.ts';
import { auditOf } from '../../functions/funds/audit.ts';
import { readFund } from '../../functions/persistence/fund.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { accessChain } from '../../functions/persistence/keys.ts';
import { openCasesOf } from '../../functions/persistence/open-cases.ts';
import { gloveMaker, gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { workerRows } from '../../infra/local/demo/rosters.ts';
import { paymentNumber } from '../../shared/awards/bank-return/payment-number.ts';
import type { ReturnLine } from '../../shared/awards/bank-return/return-line.ts';
import type { Helper } from '../../shared/helpers/helper.ts';
import { onOwnAward, pay, supervise, supplyWhatIsOwed } from '../support/award-desk.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { upload } from '../support/paperwork.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { approveAs, passTown, type TownDesk } from '../support/reviewing.ts';

/** The whole life of one startup grant of 100,000 yuan, in order. */
const fund = 'county:startup-grant:2026';
let county: InProcess;
let applicant: Caller;
let town: TownDesk;
let finance: readonly [Caller, Caller];
let bureau: Caller;
let caseId: string;
let helper: Helper;
/** The clock has run at this instant. */
async function itIs(now: string): Promise<void> {
  county.clock.now = now;
  await settleCase(county.system, caseId);
}
beforeAll(async () => {
  county = await startCounty();
  const as = (id: string) => county.as(person(id));
  applicant = as('applicant-gloves');
  town = [as('chengguan-reviewer-1'), as('chengguan-reviewer-2'), as('chengguan-supervisor')];
  finance = [as('finance-officer-1'), as('finance-officer-2')];
  bureau = as('human-resources-supervisor');
  caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  await submit(applicant, caseId);
  await passTown(town, caseId, '2026-11-23');
  await approveAs(as('human-resources-reviewer-1'), caseId);
  await approveAs(as('county-leader'), caseId);
  // The notice of five working days is over.
  await itIs('2026-12-07T02:00:00.000Z');
});
afterAll(() => county.stop());

test('nothing is paid before the documents that could follow are there', async () => {
  const waiting = await finance[0]('listAwards');
  expect(waiting.items).toMatchObject([
    { caseId, step: 'documents-owed', gives: 'money', unpaid: 10_000_000 },
  ]);
  expect(await codeOf(pay(finance[0], caseId, { type: 'prepare-payment', amount: 1_000 }))).toBe(
    'document-not-uploaded',
  );
  expect(await codeOf(onOwnAward(applicant, caseId, { type: 'supply-documents' }))).toBe('invalid-input');

  await supplyWhatIsOwed(applicant, caseId, (slot) => upload(applicant, caseId, slot));
  const mine = await applicant('getOwnAward', { params: { caseId } });
  expect(mine.owed).toEqual([]);
  expect(mine.payee?.account).toBe(gloveMaker.account);
  // What was handed in is closed again.
  expect(await codeOf(upload(applicant, caseId, 'signedForm'))).toBe('action-not-allowed');
});

test('who prepared a payment does not approve it', async () => {
  await pay(finance[0], caseId, { type: 'prepare-payment', amount: 6_000_000 });
  expect(await codeOf(pay(finance[0], caseId, { type: 'approve-payment' }))).toBe('second-officer-required');
  expect((await finance[1]('listAwards')).items).toMatchObject([{ step: 'to-approve' }]);
  await pay(finance[1], caseId, { type: 'approve-payment' });
});

test('the file for the bank names every approved payment in full, and says so in the record of access', async () => {
  const ask = (who: Caller, again = false, commandId = randomUUID()) =>
    who('makePaymentBatch', { body: { commandId, reason: '当日付款', again } });
  // Both officers at once: one of them has the payment in the file, or the bank would pay twice.
  const ids = [randomUUID(), randomUUID()] as const;
  const files = await Promise.all([ask(finance[0], false, ids[0]), ask(finance[1], false, ids[1])]);
  expect(files.map(({ payments, left }) => [payments, left]).toSorted()).toEqual([
    [0, 1],
    [1, 0],
  ]);
  const winner = files[0].payments === 1 ? 0 : 1;
  const batch = files[winner];
  expect(batch).toMatchObject({ name: 'payments-2026-12-07.csv', payments: 1, total: 6_000_000 });
  // The answer got lost: the same again.
  expect(await ask(finance[winner], false, ids[winner])).toEqual(batch);
  expect(await ask(finance[winner])).toMatchObject({ payments: 0, left: 1, total: 0 });
  // The file never reached the bank.
  expect(await ask(finance[winner], true)).toEqual(batch);
  const [head, row, end] = batch.csv.split('\r\n');
  expect(head?.startsWith('\uFEFF付款编号,')).toBe(true);
  expect(row?.split(',')).toEqual([
    `${caseId}-1`,
    gloveMaker.enterpriseName,
    gloveMaker.bank,
    gloveMaker.account,
    '60000.00',
    `就业创业补助 ${caseId}-1`,
  ]);
  expect(end).toBe('');
  const reads = await readChain(county.tables, accessChain(caseId));
  expect(reads.at(-1)).toMatchObject({
    type: 'answer-revealed',
    data: { path: '/account', reason: '当日付款', payment: `${caseId}-1` },
  });
  // On the page itself it stays masked.
  const page = await finance[0]('getAward', { params: { caseId } });
  expect(JSON.stringify(page)).not.toContain(gloveMaker.account);
  // The town has no payments of its own.
  expect(await codeOf(ask(town[0]))).toBe('not-found');
});

const bankSays = (part: number, amount: number, said: Partial<ReturnLine>): ReturnLine => ({
  payment: paymentNumber(caseId, part),
  account: `****${gloveMaker.account.slice(-4)}`,
  amount,
  ...said,
});
const verdictsOf = async (asked: Promise<{ items: { verdict: string; errors: { code: string }[] }[] }>) =>
  (await asked).items.map(({ verdict, errors }) => [verdict, ...errors.map(({ code }) => code)].join(' '));
const check = (call: Caller, ...lines: ReturnLine[]) =>
  verdictsOf(call('checkPaymentReturn', { body: { lines } }));
const record = (call: Caller, commandId: string, ...lines: ReturnLine[]) =>
  verdictsOf(call('recordPaymentReturn', { body: { commandId, lines } }));

test('what the bank sends back is checked line by line before anything is recorded', async () => {
  const failed = bankSays(1, 6_000_000, { result: 'failed', reason: '账号与户名不符' });
  const before = await readHead(county.tables, caseId);
  expect(
    await check(
      finance[0],
      failed,
      failed,
      bankSays(1, 6_000_001, { result: 'failed', reason: '账号与户名不符' }),
    ),
  ).toEqual(['wrong contradicts-line', 'wrong contradicts-line', 'wrong contradicts-line']);
  expect(
    await check(
      finance[0],
      { ...failed, account: gloveMaker.account },
      bankSays(2, 6_000_000, { result: 'failed', reason: '账号与户名不符' }),
      { ...failed, payment: 'PL-00000-00000-1' },
      { ...failed, payment: '合计' },
    ),
  ).toEqual(['to-record', 'wrong unknown-payment', 'wrong unknown-payment', 'wrong unknown-payment']);
  // Money left before it was approved, or tomorrow: what a single entry refuses is refused here.
  expect(
    await check(
      finance[0],
      bankSays(1, 6_000_000, { result: 'paid', reference: 'YH', paidOn: '2026-12-08' }),
    ),
  ).toEqual(['wrong date-out-of-range']);
  expect(await check(finance[0], { ...failed, account: `${gloveMaker.account.slice(0, -5)}00000` })).toEqual([
    'wrong wrong-account',
  ]);
  // Another office does not learn which payments there are.
  expect(await check(town[0], failed)).toEqual(['wrong unknown-payment']);
  expect(await readHead(county.tables, caseId)).toEqual(before);
});

test('a payment that fails comes back, and is made again in two parts', async () => {
  const failed = bankSays(1, 6_000_000, { result: 'failed', reason: '账号与户名不符' });
  const unknown = bankSays(7, 6_000_000, { result: 'failed', reason: '账号与户名不符' });
  const commandId = randomUUID();
  // The connection is lost and the browser asks again; both answers say the same.
  for (const _ of ['first', 'again']) {
    expect(await record(finance[0], commandId, unknown, failed)).toEqual(['wrong unknown-payment', 'done']);
  }
  // The same file another time, by somebody else.
  expect(await record(finance[1], randomUUID(), failed)).toEqual(['recorded']);
  const chain = await readChain(county.tables, caseId);
  expect(chain.filter(({ type }) => type === 'payment-failed')).toHaveLength(1);
  expect(await readFund(county.tables, fund)).toMatchObject({ committed: 10_000_000, paid: 0 });
  const parts = [
    [6_000_000, 'V-0001'],
    [4_000_000, 'V-0002'],
  ] as const;
  for (const [amount, voucher] of parts) {
    await pay(finance[0], caseId, { type: 'prepare-payment', amount });
    await pay(finance[1], caseId, { type: 'approve-payment' });
    if (voucher === 'V-0001') {
      await pay(finance[0], caseId, { type: 'record-paid', voucher, paidOn: '2026-12-07' });
      continue;
    }
    const line = bankSays(3, amount, { result: 'paid', reference: voucher, paidOn: '2026-12-07' });
    // Two officers at the same moment: it is recorded once, and both are told how it stands.
    const both = await Promise.all(finance.map((one) => record(one, randomUUID(), line)));
    expect(both.flat().toSorted()).toEqual(['done', 'recorded']);
    expect(await record(finance[0], randomUUID(), { ...line, reference: 'V-0003' })).toEqual([
      'wrong recorded-as-paid',
    ]);
  }
  const { payments, award, paid, unpaid } = await applicant('getOwnAward', { params: { caseId } });
  expect({ award, paid, unpaid }).toEqual({ award: 'active', paid: 10_000_000, unpaid: 0 });
  expect(payments).toEqual([
    { part: 1, amount: 6_000_000, outcome: 'failed', reason: '账号与户名不符' },
    { part: 2, amount: 6_000_000, outcome: 'paid', voucher: 'V-0001', paidOn: '2026-12-07' },
    { part: 3, amount: 4_000_000, outcome: 'paid', voucher: 'V-0002', paidOn: '2026-12-07' },
  ]);
  expect(await readFund(county.tables, fund)).toMatchObject({
    available: 490_000_000,
    committed: 0,
    paid: 10_000_000,
  });
  expect(await codeOf(pay(finance[0], caseId, { type: 'prepare-payment', amount: 1 }))).toBe(
    'action-not-allowed',
  );
});

test('a payment on record as paid that the bank sends back is unpaid again, and is paid once more', async () => {
  county.clock.now = '2026-12-10T02:00:00.000Z';
  const books = () => readFund(county.tables, fund);
  const returned = bankSays(2, 6_000_000, {
    result: 'returned',
    reference: 'TH-0001',
    paidOn: '2026-12-10',
    reason: '账户已销户',
  });
  const early = { ...returned, paidOn: '2026-12-06' };
  expect(await check(finance[0], early)).toEqual(['wrong date-out-of-range']);
  expect(await check(finance[0], { ...returned, payment: paymentNumber(caseId, 1) })).toEqual(['recorded']);
  expect(await check(finance[0], returned)).toEqual(['to-record']);
  // By the file and by hand at the same moment: the money comes back once.
  const byHand = {
    type: 'record-sent-back',
    part: 2,
    voucher: 'TH-0001',
    returnedOn: '2026-12-10',
    reason: '账户已销户',
  } as const;
  const both = await Promise.all([
    record(finance[0], randomUUID(), returned),
    pay(finance[1], caseId, byHand).then(
      () => 'done',
      () => 'refused',
    ),
  ]);
  expect(both.flat().toSorted().join(' ')).toMatch(/^done (?:recorded|refused)$/);
  expect(await books()).toMatchObject({ available: 490_000_000, committed: 6_000_000, paid: 4_000_000 });
  const seen = await applicant('getOwnAward', { params: { caseId } });
  expect(seen).toMatchObject({
    award: 'active',
    paid: 4_000_000,
    unpaid: 6_000_000,
    office: 'finance-bureau',
  });
  expect(seen.payments[1]).toEqual({
    part: 2,
    amount: 6_000_000,
    outcome: 'sent-back',
    voucher: 'V-0001',
    paidOn: '2026-12-07',
    sentBack: { voucher: 'TH-0001', on: '2026-12-10' },
    reason: '账户已销户',
  });
  expect(seen.history.at(-1)).toMatchObject({
    type: 'payment-sent-back',
    data: { returnedOn: '2026-12-10' },
  });
  expect((await auditOf(county.tables, fund))?.faults).toEqual([]);

  await pay(finance[0], caseId, { type: 'prepare-payment', amount: 6_000_000 });
  await pay(finance[1], caseId, { type: 'approve-payment' });
  // The bank cannot have paid before it was told to.
  const paidOn = '2026-12-09';
  expect(
    (await problemOf(pay(finance[0], caseId, { type: 'record-paid', voucher: 'V-0004', paidOn }))).errors,
  ).toMatchObject([{ path: '/paidOn', code: 'date-out-of-range' }]);
  await pay(finance[0], caseId, { type: 'record-paid', voucher: 'V-0004', paidOn: '2026-12-10' });
  expect(await books()).toMatchObject({ committed: 0, paid: 10_000_000 });
});

/** The round of reminders of a day at the town's office. */
async function remindOn(day: string): Promise<void> {
  const open = await openCasesOf(county.tables, 'town-610926100');
  await remindOfDuties(county.system, { mail: false, sms: false, bus: false }, open, day);
}

const looksAfter = () => ({ params: { town: helper.town, enterprise: helper.enterprise } });

const obligation = 'keep-operating';
const submitReport = (answers: Record<string, unknown>) =>
  onOwnAward(applicant, caseId, { type: 'submit-report', obligation }, answers);
/** Fourteen have left since the application, two are new. */
const roster = workerRows(15, 58, 10, '2026-03-02');
const report = { stillOperating: true, roster };
const writing = () => applicant('getReportDraft', { params: { caseId, obligation } });
const saveReport = (draftVersion: number, answers: Record<string, unknown>) =>
  applicant('saveReportDraft', { params: { caseId, obligation }, body: { draftVersion, answers } });
const fileIn = (id: string) => county.objects.read(documentObjectKey(caseId, id));

test('a report that nobody went on writing is forgotten after ninety days, with its files', async () => {
  await itIs('2027-01-10T02:00:00.000Z');
  const paper = await upload(applicant, caseId, 'wageProof');
  // Who worked there by the application is filled in: only changes are typed.
  const first = await writing();
  expect(first).toMatchObject({ draftVersion: 0, answers: { roster: gloveMakerGrant().roster } });
  const saved = await saveReport(0, { roster, wageProof: [paper] });
  expect(saved.errors.map(({ path }) => path)).toContain('/stillOperating');
  // Another device goes on with it; the first one is told.
  expect(await writing()).toMatchObject({
    round: 1,
    due: '2027-06-07',
    draftVersion: 1,
    answers: { roster },
    documents: [{ id: paper, slot: 'wageProof', round: 1 }],
  });
  await saveReport(1, { roster: roster.slice(1), wageProof: [paper] });
  expect((await problemOf(saveReport(1, { roster }))).current).toMatchObject({
    draftVersion: 2,
    answers: { roster: roster.slice(1) },
  });
  expect(await codeOf(saveReport(2, { roster: 'many' }))).toBe('invalid-input');
  expect(
    await codeOf(county.as(person('applicant-toys'))('getReportDraft', { params: { caseId, obligation } })),
  ).toBe('case-not-found');

  const forget = () =>
    forgetDrafts(
      county.system,
      county.objects.remove,
      () => undefined,
      () => true,
    );
  // Ninety days begin when the day it was last touched is over.
  county.clock.now = '2027-04-10T15:59:00.000Z';
  expect(await forget()).toBe(0);
  expect(await writing()).toMatchObject({ draftVersion: 2 });
  county.clock.now = '2027-05-01T02:00:00.000Z';
  expect(await writing()).toEqual(expect.objectContaining({ ...first, documents: expect.anything() }));
  expect(await fileIn(paper)).toBeDefined();
  expect(await forget()).toBe(1);
  expect(await forget()).toBe(0);
  expect(await fileIn(paper)).toBeUndefined();
  expect(await writing()).toEqual({ ...first, documents: [] });
});

test('a report is read by its form, judged by its rule and assessed by the town', async () => {
  await itIs('2027-06-01T02:00:00.000Z');
  expect((await town[0]('listAwards')).items).toMatchObject([
    { step: 'under-supervision', due: '2027-06-07' },
  ]);
  helper = await town[2]('assignHelper', {
    params: { caseId },
    body: { commandId: randomUUID(), version: 0, officer: 'chengguan-reviewer-2' },
  });
  // Four working days are left: the enterprise and its helper are reminded, once, however often the clock comes.
  const inbox = async (who: Caller) => (await who('getInbox')).items.map(({ title }) => title.zh);
  const own = `申请 ${caseId} 的报告快到期了`;
  const helped = `您帮扶的企业：案件 ${caseId} 的报告快到期了`;
  for (const _ of ['first', 'again']) {
    await remindOn('2027-06-01');
    expect((await inbox(applicant)).filter((title) => title === own)).toHaveLength(1);
    expect((await inbox(town[1])).filter((title) => title === helped)).toHaveLength(1);
    expect(await inbox(town[0])).not.toContain(helped);
  }
  const seenByHelper = await town[1]('getHelped', looksAfter());
  expect(seenByHelper.reminders).toMatchObject([{ caseId, kind: 'report', due: '2027-06-07' }]);
  expect(seenByHelper.account).toBe('applicant-gloves');
  expect(await town[0]('getHelped', looksAfter())).not.toHaveProperty('account');
  const refused = await problemOf(submitReport({ roster: [{ ...roster[0], wage: -1 }, roster[0]] }));
  expect(refused.errors?.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/stillOperating', '/roster/0/wage', '/roster/1/residentId']),
  );
  expect((await problemOf(submitReport(report))).errors).toMatchObject([
    { path: '/wageProof', code: 'required' },
  ]);
  const strange = { ...report, wageProof: ['00000000-0000-4000-8000-000000000001'] };
  expect((await problemOf(submitReport(strange))).errors).toMatchObject([{ code: 'unknown-document' }]);
  const [proof, left] = [
    await upload(applicant, caseId, 'wageProof'),
    await upload(applicant, caseId, 'wageProof'),
  ];
  await applicant('removeDocument', { params: { caseId, documentId: left } });
  expect(await fileIn(left)).toBeUndefined();
  const whole = { ...report, wageProof: [proof] };
  await saveReport(0, whole);
  await submitReport(whole);
  expect(await codeOf(submitReport(whole))).toBe('action-not-allowed');
  expect(await codeOf(writing())).toBe('action-not-allowed');
  expect(await codeOf(upload(applicant, caseId, 'wageProof'))).toBe('action-not-allowed');
  expect(await codeOf(applicant('removeDocument', { params: { caseId, documentId: proof } }))).toBe(
    'action-not-allowed',
  );
  // Its fingerprint stands in the history.
  const sha256 = (await fileIn(proof))?.sha256;
  expect((await readChain(county.tables, caseId)).at(-1)).toMatchObject({
    type: 'report-submitted',
    data: { report: { documents: [{ slot: 'wageProof', id: proof, sha256 }] } },
  });

  const [row] = (await town[0]('listAwards')).items;
  expect(row).toMatchObject({ caseId, step: 'to-assess' });
  const seen = await town[0]('getAward', { params: { caseId } });
  expect(seen.reports).toMatchObject([{ number: 1, kept: 'yes', answers: { wageProof: [proof] } }]);
  // Counted, everywhere: in the register and in the figures of the year.
  const [register, outcomes] = await Promise.all([
    town[0]('listEmployees', { query: { town: '610926100' } }),
    town[0]('listOutcomes', { query: { year: '2027' } }),
  ]);
  expect([register.jobs, register.poorJobs]).toEqual([58, 10]);
  expect(outcomes.items).toMatchObject([{ promisedJobs: 70, jobs: 58, poorJobs: 10 }]);
  expect(seen.documents).toEqual(expect.arrayContaining([expect.objectContaining({ id: proof, round: 1 })]));
  expect((await town[0]('documentLink', { params: { caseId, documentId: proof } })).url).toContain(proof);

  // Sent back, it is gone on with: nothing is typed or uploaded twice.
  await supervise(town[0], caseId, {
    type: 'assess-report',
    obligation,
    verdict: 'incomplete',
    findings: '缺四月份的工资表。',
  });
  expect(await writing()).toMatchObject({ draftVersion: 0, answers: whole, documents: [{ id: proof }] });
  const more = await upload(applicant, caseId, 'wageProof');
  await applicant('removeDocument', { params: { caseId, documentId: proof } });
  // Handed in once, it stays on record.
  expect(await fileIn(proof)).toBeDefined();
  await submitReport({ ...report, wageProof: [more] });
  const both = await town[0]('getAward', { params: { caseId } });
  expect(both.documents.filter(({ round }) => round === 1).map(({ id }) => id)).toEqual([proof, more]);
  expect((await town[0]('getCase', { params: { caseId } })).documents.map(({ slot }) => slot)).not.toContain(
    'wageProof',
  );
  await supervise(town[0], caseId, {
    type: 'assess-report',
    obligation: 'keep-operating',
    verdict: 'kept',
    findings: '现场核对员工名册，情况属实。',
  });
  const mine = await applicant('getOwnAward', { params: { caseId } });
  expect(mine.reports).toMatchObject([{ verdict: 'kept' }, { verdict: 'sent-back' }]);
  expect(mine.duties).toMatchObject([{ round: 2, due: '2027-12-07', state: 'later' }]);
  expect(JSON.stringify(mine)).not.toContain('chengguan-reviewer');
});

test('a breach that is not mended ends in a recovery; what cannot be collected is written off, and may come after all', async () => {
  await itIs('2027-06-21T02:00:00.000Z');
  // The files of the round before are not this one's.
  const next = await writing();
  expect(next.documents).toEqual([]);
  // The roster begins as the last report left it.
  expect(next.answers).toEqual({ roster });
  await submitReport({ stillOperating: false, roster: roster.slice(0, 5) });
  await supervise(town[0], caseId, {
    type: 'assess-report',
    obligation: 'keep-operating',
    verdict: 'breached',
    findings: '现场已停产，在岗 5 人。',
  });
  const open = { type: 'open-recovery', amount: 1, terminate: true, reason: '逾期未整改。' } as const;
  expect(await codeOf(supervise(bureau, caseId, open))).toBe('too-early');
  // Three working days are left to mend it: the enterprise is reminded, once, and not before.
  const notified = await town[0]('getAward', { params: { caseId } });
  expect(notified.breach?.mendBy).toBe('2027-07-19');
  expect((await town[1]('getHelped', looksAfter())).reminders[0]).toMatchObject({
    kind: 'mend',
    due: '2027-07-19',
  });
  const remindersOn = async (day: string) => {
    county.clock.now = `${day}T02:00:00.000Z`;
    await remindOn(day);
    const { items } = await applicant('getInbox');
    return items.filter(({ title }) => title.zh === `申请 ${caseId} 的整改期限将满`).length;
  };
  const days = ['2027-07-13', '2027-07-14', '2027-07-14', '2027-07-16', '2027-07-19', '2027-07-20'];
  const told: number[] = [];
  for (const day of days) told.push(await remindersOn(day));
  expect(told).toEqual([0, 1, 1, 1, 1, 1]);
  await itIs('2027-08-02T02:00:00.000Z');
  expect(await codeOf(supervise(town[0], caseId, open))).toBe('outside-your-office');

  const { breach } = await bureau('getAward', { params: { caseId } });
  // Paid on 7 December; found on 21 June, in the seventh month of twelve: five are left.
  expect(breach).toMatchObject({ over: true, recoverable: 4_166_666 });
  expect(await codeOf(supervise(bureau, caseId, { ...open, amount: 4_166_667 }))).toBe(
    'amount-above-computed',
  );
  await supervise(bureau, caseId, { ...open, amount: 4_166_666 });

  const repay = (amount: number, voucher: string) =>
    pay(finance[0], caseId, { type: 'record-repayment', amount, voucher, receivedOn: '2027-08-02' });
  expect((await finance[0]('listAwards')).items).toMatchObject([{ caseId, step: 'to-repay' }]);
  await repay(4_000_000, 'R-0001');
  expect(await codeOf(repay(166_667, 'R-0002'))).toBe('invalid-input');
  await pay(finance[0], caseId, {
    type: 'propose-write-off',
    reason: '多次催收，企业已停业。',
    basis: '法院终结执行裁定书',
  });
  expect((await bureau('listAwards')).items).toMatchObject([{ caseId, step: 'to-write-off' }]);
  await supervise(bureau, caseId, { type: 'approve-write-off', reason: '已无财产可供执行。' });
  expect(await applicant('getOwnAward', { params: { caseId } })).toMatchObject({
    award: 'closed',
    writtenOff: 166_666,
  });
  await repay(166_666, 'R-0002');
  expect((await readHead(county.tables, caseId))?.state).toMatchObject({ award: 'closed' });
  const { award, recovered } = await applicant('getOwnAward', { params: { caseId } });
  expect({ award, recovered }).toEqual({ award: 'closed', recovered: 4_166_666 });
});

test('every movement of the fund stands in the journal, and together they are its balance', async () => {
  const audit = await county.as(person('auditor'))('auditFund', { params: { fund } });
  expect(audit).toMatchObject({ faults: [], cases: 1 });
  expect(await readFund(county.tables, fund)).toMatchObject({
    available: 494_166_666,
    committed: 0,
    paid: 5_833_334,
  });
});
