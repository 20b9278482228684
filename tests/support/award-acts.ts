import { randomUUID } from 'node:crypto';
import { settleCase } from '../../functions/cases/settle-case.ts';
import { accessChain } from '../../functions/persistence/keys.ts';
import { rentFreeAnswers } from '../../infra/local/demo/applications.ts';
import { workerRows } from '../../infra/local/demo/rosters.ts';
import { paymentNumber } from '../../shared/awards/bank-return/payment-number.ts';
import { handoverItems } from '../../shared/workflow/award/handover-items.ts';
import type { CommandType } from '../../shared/workflow/command.ts';
import type { OwnAwardCommand, PaymentCommand, SupervisionCommand } from './award-desk.ts';
import { type Act, factoryNumber, grantOf, savedOrSeen } from './county-acts.ts';
import { fillIn, submit } from './filing.ts';
import { grantAnswers, intoNotice } from './in-notice.ts';
import { addFloor, type Caller, type InProcess, person } from './in-process.ts';
import { upload } from './paperwork.ts';
import { act, approveAs, passTown } from './reviewing.ts';

/** One act of the clock on a case as of an instant, named by its command. */
const clockAct = (
  county: InProcess,
  caseId: string,
  now: string,
  name: CommandType,
  ...makes: readonly string[]
): Act => {
  county.clock.now = now;
  return {
    name,
    send: async () => (await settleCase(county.system, caseId))?.state.version,
    chain: caseId,
    makes,
  };
};

/** Whatever falls due until then. */
async function until(county: InProcess, caseId: string, now: string): Promise<void> {
  county.clock.now = now;
  await settleCase(county.system, caseId);
}

/** What may be asked of an award, by whom. */
function deskOf(caseId: string) {
  const params = { caseId };
  const ready = async (call: Caller) => {
    const { version } = await call('getAward', { params });
    return { commandId: randomUUID(), version };
  };
  return {
    own: async (call: Caller, command: OwnAwardCommand, answers?: Record<string, unknown>): Promise<Act> => {
      const { version } = await call('getOwnAward', { params });
      const body = { commandId: randomUUID(), version, command, ...(answers && { answers }) };
      return {
        name: command.type,
        send: () => call('actOnOwnAward', { params, body }),
        chain: caseId,
        commandId: body.commandId,
      };
    },
    pay: async (call: Caller, command: PaymentCommand): Promise<Act> => {
      const body = { ...(await ready(call)), command };
      return {
        name: command.type,
        send: () => call('actOnPayment', { params, body }),
        chain: caseId,
        commandId: body.commandId,
      };
    },
    supervise: async (call: Caller, command: SupervisionCommand): Promise<Act> => {
      const body = { ...(await ready(call)), command };
      return {
        name: command.type,
        send: () => call('superviseAward', { params, body }),
        chain: caseId,
        commandId: body.commandId,
      };
    },
    /** What was allowed to follow is uploaded. */
    uploadOwed: async (call: Caller): Promise<void> => {
      const { owed } = await call('getOwnAward', { params });
      for (const { slot } of owed) await upload(call, caseId, slot);
    },
  };
}

/** The life of a grant whose notice is running: paid, watched over, recovered in part, closed. */
export async function* grantLife(county: InProcess, caseId: string): AsyncGenerator<Act> {
  const as = (id: string) => county.as(person(id));
  const [applicant, town] = [as('applicant-gloves'), as('chengguan-reviewer-1')];
  const [first, second] = [as('finance-officer-1'), as('finance-officer-2')];
  const bureau = as('human-resources-supervisor');
  const { own, pay, supervise, uploadOwed } = deskOf(caseId);

  yield clockAct(county, caseId, '2026-12-14T02:00:00.000Z', 'close-notice', 'notice-closed');
  await uploadOwed(applicant);
  yield own(applicant, { type: 'supply-documents' });
  yield pay(first, { type: 'prepare-payment', amount: 6_000_000 });
  yield pay(first, { type: 'cancel-payment', reason: '金额有误。' });
  yield pay(first, { type: 'prepare-payment', amount: 6_000_000 });
  yield pay(second, { type: 'approve-payment' });
  const asked = { commandId: randomUUID(), reason: '当日付款' };
  yield {
    name: 'make payment batch',
    send: () => first('makePaymentBatch', { body: asked }),
    chain: accessChain(caseId),
    makes: ['answer-revealed'],
  };
  yield pay(first, { type: 'record-payment-failed', reason: '账号与户名不符。' });
  yield pay(first, { type: 'prepare-payment', amount: 6_000_000 });
  yield pay(second, { type: 'approve-payment' });
  const { payee, payments } = await first('getAward', { params: { caseId } });
  const returned = {
    payment: paymentNumber(caseId, payments.length),
    account: payee?.account ?? '',
    amount: 6_000_000,
    result: 'failed',
    reason: '账户已冻结。',
  } as const;
  const ofReturn = { commandId: randomUUID(), lines: [returned] };
  yield {
    name: 'check payment return',
    send: () => first('checkPaymentReturn', { body: { lines: [returned] } }),
  };
  yield {
    name: 'record payment return',
    send: () => first('recordPaymentReturn', { body: ofReturn }),
    chain: caseId,
    makes: ['payment-failed'],
  };
  yield pay(first, { type: 'prepare-payment', amount: 6_000_000 });
  yield pay(second, { type: 'approve-payment' });
  yield pay(first, { type: 'record-paid', voucher: `V-${caseId}`, paidOn: '2026-12-14' });
  const { payments: made } = await first('getAward', { params: { caseId } });
  yield pay(first, {
    type: 'record-sent-back',
    part: made.length,
    voucher: `T-${caseId}`,
    returnedOn: '2026-12-14',
    reason: '账户已销户。',
  });
  yield pay(first, { type: 'prepare-payment', amount: 6_000_000 });
  yield pay(second, { type: 'approve-payment' });
  yield pay(first, { type: 'record-paid', voucher: `W-${caseId}`, paidOn: '2026-12-14' });

  const obligation = 'keep-operating';
  const figures = { stillOperating: true, roster: workerRows(1, 70, 24, '2026-12-01') };
  yield clockAct(county, caseId, '2027-06-25T02:00:00.000Z', 'mark-report-overdue', 'report-fell-due');
  const report = { ...figures, wageProof: [await upload(applicant, caseId, 'wageProof')] };
  const writing = { params: { caseId, obligation } };
  const { draftVersion } = await applicant('getReportDraft', writing);
  yield {
    name: 'save report draft',
    send: () =>
      savedOrSeen(applicant('saveReportDraft', { ...writing, body: { draftVersion, answers: report } }), () =>
        applicant('getReportDraft', writing),
      ),
  };
  yield own(applicant, { type: 'submit-report', obligation }, report);
  yield supervise(town, { type: 'assess-report', obligation, verdict: 'kept', findings: '核对属实。' });
  yield supervise(bureau, { type: 'release-unpaid', reason: '余款不再需要。' });
  yield supervise(town, { type: 'record-breach', obligation, facts: '停工两周。' });
  yield supervise(town, { type: 'confirm-mended', findings: '已复工。' });
  yield supervise(town, { type: 'record-breach', obligation, facts: '再次停工。' });
  yield clockAct(county, caseId, '2027-08-20T02:00:00.000Z', 'mark-mend-over', 'mend-ran-out');
  const [amount, receivedOn] = [1_000_000, '2027-08-20'];
  yield supervise(bureau, { type: 'open-recovery', amount, terminate: false, reason: '逾期未整改。' });
  // In two parts: after the last of them the award closes by itself, also when somebody only asks again.
  for (const part of [1, 2]) {
    const voucher = `R-${part}-${caseId}`;
    yield pay(first, { type: 'record-repayment', amount: amount / 2, voucher, receivedOn });
  }
  yield clockAct(county, caseId, '2027-08-21T02:00:00.000Z', 'close-award', 'award-closed');
}

/** A grant that is given up before it was paid. */
export async function* cancelledGrant(county: InProcess, number: number): AsyncGenerator<Act> {
  const caseId = await intoNotice(county, grantAnswers(number));
  await until(county, caseId, '2026-12-14T02:00:00.000Z');
  const { supervise } = deskOf(caseId);
  yield supervise(county.as(person('human-resources-supervisor')), {
    type: 'cancel-award',
    reason: '企业放弃。',
  });
}

/** Premises handed over, reported on with a roster, looked at after a year, sublet, and never paid for. */
export async function* leaseLife(county: InProcess, number: number): AsyncGenerator<Act> {
  const as = (id: string) => county.as(person(id));
  const applicant = as('applicant-gloves');
  const town = [as('changan-reviewer-1'), as('changan-reviewer-2'), as('changan-supervisor')] as const;
  const unit = await addFloor(county, `lease-${number}`, 200_000);
  const wanted = { premises: unit, area: 120_000, months: 24, share: 100_00, jobs: 30, poorJobs: 12 };
  const site = { ...factoryNumber(500 + number), town: '610926108', site: `标准化厂房 ${number}` };
  const caseId = await fillIn(applicant, 'rent-free-premises', rentFreeAnswers(site, wanted, '2026-11-23'));
  await submit(applicant, caseId);
  await passTown(town, caseId, '2026-11-23');
  await approveAs(as('poverty-relief-reviewer-1'), caseId);
  const { status } = await as('county-leader')('getCase', { params: { caseId } });
  if (status === 'under-review') await approveAs(as('county-leader'), caseId);
  const { own, pay, supervise, uploadOwed } = deskOf(caseId);

  await until(county, caseId, '2026-12-14T02:00:00.000Z');
  await uploadOwed(applicant);
  yield own(applicant, { type: 'supply-documents' });
  yield supervise(town[0], {
    type: 'confirm-handover',
    checklist: [...handoverItems],
    leaseFrom: '2027-01-01',
    leaseTo: '2028-12-31',
  });
  const roster = workerRows(700 + 40 * number, 30, 12, '2026-12-01');
  yield own(applicant, { type: 'submit-report', obligation: 'quarterly-roster' }, { idleMonths: 0, roster });
  const { items } = await town[0]('listEmployees', { query: { town: '610926108' } });
  const someone = items.find(({ version }) => version === 0);
  const note = { household: 'registered-poor', cause: '缺技术', measures: '安排师傅带教' } as const;
  const noting = { commandId: randomUUID(), version: 0, note };
  yield {
    name: 'note employee',
    send: () =>
      town[0]('noteEmployee', {
        params: { town: '610926108', person: someone?.person ?? '' },
        body: noting,
      }),
    chain: `employee:610926108:${someone?.person}`,
    commandId: noting.commandId,
  };
  await until(county, caseId, '2027-12-20T02:00:00.000Z');
  yield supervise(town[0], { type: 'confirm-lease', findings: '房屋按约使用。' });
  yield supervise(town[0], { type: 'record-breach', obligation: 'no-sublet', facts: '整层转租。' });
  await until(county, caseId, '2028-02-01T02:00:00.000Z');
  const bureau = as('poverty-relief-supervisor');
  const { breach } = await bureau('getAward', { params: { caseId } });
  const amount = breach?.recoverable ?? 0;
  yield supervise(bureau, { type: 'open-recovery', amount, terminate: true, reason: '逾期未清退。' });
  const inVain = { reason: '企业已停业，无财产可供执行。', basis: '终结执行裁定书' };
  yield pay(town[0], { type: 'propose-write-off', ...inVain });
  yield supervise(bureau, { type: 'decline-write-off', reason: '再催收一次。' });
  yield pay(town[0], { type: 'propose-write-off', ...inVain });
  yield supervise(bureau, { type: 'approve-write-off', reason: '已无财产可供执行。' });
}

/** A case nobody looks at: the town’s silence accepts it; returned, it lapses. */
export async function* neglectedCase(county: InProcess, number: number): AsyncGenerator<Act> {
  const applicant = county.as(person('applicant-gloves'));
  const caseId = await fillIn(applicant, 'startup-grant', grantOf(number));
  await submit(applicant, caseId);
  yield clockAct(county, caseId, '2026-11-27T02:00:00.000Z', 'escalate', 'case-escalated');
  yield clockAct(county, caseId, '2026-12-01T02:00:00.000Z', 'deem-accepted', 'application-accepted');
  const town = county.as(person('chengguan-reviewer-1'));
  await act(town, caseId, { type: 'claim' });
  await act(town, caseId, {
    type: 'return-for-correction',
    items: [{ path: '/actualInvestment', reason: '与发票不符，请核对。' }],
  });
  yield clockAct(county, caseId, '2027-01-15T02:00:00.000Z', 'lapse', 'application-lapsed');
}

/** Holidays that nobody knew of, published in the last days of a year of its own, move a promise. */
export async function* movedPromise(county: InProcess, number: number): AsyncGenerator<Act> {
  const year = 2027 + number;
  const applicant = county.as(person('applicant-gloves'));
  county.clock.now = `${year - 1}-12-28T02:00:00.000Z`;
  const caseId = await fillIn(applicant, 'startup-grant', grantOf(number));
  await submit(applicant, caseId);
  const days = (month: string, to: number): string[] =>
    Array.from({ length: to }, (_, day) => `${year}-${month}-${String(day + 1).padStart(2, '0')}`);
  const published = {
    commandId: randomUUID(),
    year,
    source: '虚构的放假安排',
    holidays: [...days('01', 7), ...days('05', 5)],
    makeUpWorkdays: [],
  };
  const { commandId: _, ...previewed } = published;
  yield {
    name: 'preview calendar year',
    send: () => county.as(person('policy-officer'))('previewCalendarYear', { body: previewed }),
  };
  yield {
    name: 'publish calendar year',
    send: () => county.as(person('policy-officer'))('publishCalendarYear', { body: published }),
    chain: `calendar:${year}`,
    commandId: published.commandId,
  };
  yield clockAct(county, caseId, `${year - 1}-12-28T16:30:00.000Z`, 'move-due-date', 'due-date-moved');
}
