import { describe, expect, test } from 'vitest';
import { aDocument, cases, deskOwing, payment, people } from '../support/case-desk.ts';
import { aProgramme, theObligations, townOfCase } from '../support/programme-builder.ts';

const prepare = (amount: number) => ({ type: 'prepare-payment', amount }) as const;
const agree = { type: 'approve-payment' } as const;
const fund = 'county:test-grant:2026';
const prepared = (amount = 10_000_000) => cases.approved().do(people.financeA, prepare(amount));
const agreed = () => prepared().do(people.financeB, agree);

describe('a payment', () => {
  test('is prepared by one person, approved by another, and paid under a voucher number', () => {
    const desk = agreed().do(people.financeA, payment);
    expect(desk.case).toMatchObject({ award: 'active', paid: 10_000_000, deliveredOn: '2026-03-10' });
    expect(desk.case).not.toHaveProperty('payment');
    expect(desk.effects.at(-1)).toEqual({ kind: 'pay-from-fund', fund, amount: 10_000_000 });
    expect(desk.events.at(-1)).toMatchObject({ data: { part: 1, voucher: '记-2026-0312', fund } });
  });

  test('is not approved by who prepared it, also when they head the office', () => {
    const desk = cases.approved().do(people.financeHead, prepare(1));
    expect(desk.try(people.financeHead, agree)).toBe('second-officer-required');
    expect(desk.try(people.financeA, agree)).toBeUndefined();
  });

  test('is not paid before it is approved, nor twice', () => {
    expect(prepared().try(people.financeA, payment)).toBe('action-not-allowed');
    expect(agreed().do(people.financeA, payment).try(people.financeA, payment)).toBe('action-not-allowed');
  });

  test('can be called off until it is approved', () => {
    const cancel = { type: 'cancel-payment', reason: '账号有误' } as const;
    const desk = prepared().do(people.financeB, cancel);
    expect(desk.case).not.toHaveProperty('payment');
    expect(desk.do(people.financeA, prepare(10_000_000)).case).toMatchObject({ payment: { part: 2 } });
    expect(agreed().try(people.financeB, cancel)).toBe('action-not-allowed');
  });

  test('that the bank sends back is unpaid again, and nothing left the fund', () => {
    const desk = agreed().do(people.financeB, { type: 'record-payment-failed', reason: '户名不符' });
    expect(desk.case).toMatchObject({ award: 'to-be-delivered' });
    expect(desk.effects.some((effect) => effect.kind === 'pay-from-fund')).toBe(false);
    expect(desk.try(people.financeA, prepare(10_000_000))).toBeUndefined();
  });

  test('has a day between the approval and today', () => {
    expect(agreed().try(people.financeA, { ...payment, paidOn: '2026-03-01' })).toBe('invalid-input');
    expect(agreed().try(people.financeA, { ...payment, paidOn: '2026-03-11' })).toBe('invalid-input');
  });

  test('cannot have been paid before a second person approved it', () => {
    const desk = prepared().at('2026-03-12T01:00:00.000Z').do(people.financeB, agree);
    expect(desk.try(people.financeA, { ...payment, paidOn: '2026-03-11' })).toBe('invalid-input');
    expect(desk.try(people.financeA, { ...payment, paidOn: '2026-03-12' })).toBeUndefined();
  });

  test('is made by the office that pays, never by someone with an interest', () => {
    expect(cases.approved().try(people.bureauA, prepare(1))).toBe('outside-your-office');
    expect(cases.approved().actsForEnterprise(people.financeA).try(people.financeA, prepare(1))).toBe(
      'conflict-of-interest',
    );
  });

  test('from a town’s own money is made by its own officers', () => {
    const own = aProgramme({ delivery: { workingDays: 15, office: townOfCase, basis: 'measures' } });
    const desk = cases.approved(own).do(people.townA, prepare(10_000_000));
    expect(desk.try(people.financeA, agree)).toBe('outside-your-office');
    expect(desk.try(people.townB, agree)).toBeUndefined();
  });
});

describe('in several parts', () => {
  test('never more than was granted, one part at a time', () => {
    const desk = cases.paid(undefined, 4_000_000);
    expect(desk.try(people.financeA, prepare(6_000_001))).toBe('invalid-input');
    desk.do(people.financeA, prepare(6_000_000));
    expect(desk.try(people.financeA, prepare(1))).toBe('action-not-allowed');
    desk.do(people.financeB, agree).do(people.financeA, payment);
    expect(desk.case).toMatchObject({ paid: 10_000_000, parts: 2, deliveredOn: '2026-03-10' });
    expect(desk.try(people.financeA, prepare(1))).toBe('action-not-allowed');
  });

  test('the case stays with the office that pays until all is paid, then goes to its town', () => {
    const programme = aProgramme({ obligations: theObligations });
    const desk = cases.paid(programme, 4_000_000);
    expect(desk.case).toMatchObject({ office: 'finance-bureau', due: '2026-03-31' });
    desk.do(people.financeA, prepare(6_000_000)).do(people.financeB, agree).do(people.financeA, payment);
    expect(desk.case).toMatchObject({ office: 'town-610926100', due: '2026-06-08' });
  });

  test('what will not be paid goes back to the fund and off the enterprise’s cap', () => {
    const release = { type: 'release-unpaid', reason: '设备实际投资减少' } as const;
    const desk = cases.paid(undefined, 4_000_000);
    expect(desk.try(people.financeA, release)).toBe('not-permitted');
    desk.do(people.bureauB, release);
    expect(desk.case).toMatchObject({ paid: 4_000_000, released: 6_000_000 });
    expect(desk.effects.slice(-2)).toMatchObject([
      { kind: 'return-to-fund', fund, amount: 6_000_000 },
      { kind: 'uncount-against-cap', amount: 6_000_000 },
    ]);
    expect(desk.try(people.clock, { type: 'close-award' })).toBeUndefined();
  });
});

describe('that the bank sends back after it was recorded as paid', () => {
  const back = (part = 1, returnedOn = '2026-03-13') =>
    ({ type: 'record-sent-back', part, voucher: '退-1', returnedOn, reason: '账户已销户' }) as const;
  const supervised = aProgramme({ obligations: theObligations });
  const payAgain = (desk: ReturnType<typeof cases.paid>, amount = 10_000_000) =>
    desk
      .do(people.financeA, prepare(amount))
      .do(people.financeB, agree)
      .do(people.financeA, { ...payment, paidOn: desk.now.slice(0, 10) });

  test('is unpaid again: the office that pays has as many days as the first time', () => {
    const desk = cases.paid(supervised).at('2026-03-13T01:00:00.000Z').do(people.financeB, back());
    expect(desk.effects.at(-1)).toEqual({ kind: 'send-back-to-fund', fund, amount: 10_000_000 });
    expect(desk.case).toMatchObject({
      award: 'to-be-delivered',
      office: 'finance-bureau',
      due: '2026-04-03',
    });
    for (const gone of ['paid', 'deliveredOn', 'duties']) expect(desk.case).not.toHaveProperty(gone);
    expect(desk.try(people.financeA, back())).toBe('action-not-allowed');
  });

  test('starts the duties anew with the payment that arrives', () => {
    const desk = payAgain(
      cases
        .paid(supervised)
        .at('2026-03-13T01:00:00.000Z')
        .do(people.financeB, back())
        .at('2026-03-20T01:00:00.000Z'),
    );
    expect(desk.case).toMatchObject({
      award: 'active',
      paid: 10_000_000,
      parts: 2,
      deliveredOn: '2026-03-20',
    });
    expect(desk.case).toMatchObject({
      duties: [{ due: '2026-06-18' }, { due: '2026-09-20' }, { due: '2027-03-20' }],
    });
  });

  test('one of two parts leaves the duties as they run', () => {
    const desk = payAgain(cases.paid(supervised, 4_000_000), 6_000_000);
    const duties = 'duties' in desk.case && desk.case.duties;
    desk.at('2026-03-13T01:00:00.000Z').do(people.financeB, back(2));
    expect(desk.case).toMatchObject({ award: 'active', paid: 4_000_000, deliveredOn: '2026-03-10', duties });
    expect(desk.try(people.financeA, back(2))).toBe('invalid-input');
    expect(desk.try(people.financeA, prepare(6_000_001))).toBe('invalid-input');
    expect(desk.try(people.financeA, prepare(6_000_000))).toBeUndefined();
  });

  test('opens an award again that had closed', () => {
    const desk = cases.paid().do(people.clock, { type: 'close-award' }).at('2026-03-13T01:00:00.000Z');
    desk.do(people.financeA, back());
    expect(desk.try(people.clock, { type: 'close-award' })).toBe('action-not-allowed');
    expect(payAgain(desk).try(people.clock, { type: 'close-award' })).toBeUndefined();
  });

  test('names a payment that was made, and a day between that payment and today', () => {
    const desk = cases.paid().at('2026-03-13T01:00:00.000Z');
    for (const wrong of [back(2), back(1, '2026-03-09'), back(1, '2026-03-14')]) {
      expect(desk.try(people.financeA, wrong)).toBe('invalid-input');
    }
    expect(desk.try(people.bureauB, back())).toBe('outside-your-office');
    expect(agreed().try(people.financeA, back())).toBe('action-not-allowed');
  });

  const inRecovery = () =>
    cases
      .paid(supervised)
      .do(people.townA, { type: 'record-breach', obligation: 'keep-jobs', facts: '已停产三个月' })
      .at('2026-04-09T01:00:00.000Z')
      .do(people.bureauB, {
        type: 'open-recovery',
        amount: 4_000_000,
        terminate: true,
        reason: '逾期未整改',
      });
  const repay = {
    type: 'record-repayment',
    amount: 4_000_000,
    voucher: '收-7',
    receivedOn: '2026-04-09',
  } as const;

  test('counts as repaid while money is being recovered', () => {
    expect(inRecovery().try(people.financeA, back(1, '2026-04-09'))).toBe('counts-as-repayment');
  });

  test('is never more than is still with the enterprise', () => {
    const desk = inRecovery().do(people.financeA, repay);
    expect(desk.try(people.financeA, back(1, '2026-04-09'))).toBe('invalid-input');
  });

  test('goes back to the fund for good where the award had been ended', () => {
    const desk = payAgain(cases.paid(supervised, 4_000_000), 6_000_000)
      .do(people.townA, { type: 'record-breach', obligation: 'keep-jobs', facts: '已停产三个月' })
      .at('2026-04-09T01:00:00.000Z')
      .do(people.bureauB, { type: 'open-recovery', amount: 4_000_000, terminate: true, reason: '逾期' })
      .do(people.financeA, repay)
      .do(people.financeA, back(2, '2026-04-09'));
    expect(desk.case).toMatchObject({ award: 'closed', paid: 4_000_000, released: 6_000_000 });
    expect(desk.effects.slice(-2)).toMatchObject([
      { kind: 'take-back-to-fund', fund, amount: 6_000_000 },
      { kind: 'uncount-against-cap', amount: 6_000_000 },
    ]);
    expect(desk.try(people.financeA, prepare(1))).toBe('action-not-allowed');
  });

  test('leaves nothing behind when the award is cancelled after it', () => {
    const desk = cases
      .paid(undefined, 4_000_000)
      .do(people.bureauB, { type: 'release-unpaid', reason: '设备实际投资减少' })
      .at('2026-03-13T01:00:00.000Z')
      .do(people.financeA, back())
      .do(people.bureauB, { type: 'cancel-award', reason: '企业放弃' });
    expect(desk.effects.slice(-2)).toMatchObject([
      { kind: 'return-to-fund', fund, amount: 4_000_000 },
      { kind: 'uncount-against-cap', amount: 4_000_000 },
    ]);
  });
});

describe('before it', () => {
  test('documents that were allowed to follow must have followed', () => {
    const desk = cases.approved(deskOwing('bankProof'));
    expect(desk.try(people.financeA, prepare(1))).toBe('document-not-uploaded');
    desk.documents = [aDocument('bankProof')];
    desk.do(people.applicant, { type: 'supply-documents' });
    expect(desk.case).not.toHaveProperty('owed');
    expect(desk.try(people.financeA, prepare(1))).toBeUndefined();
  });

  test('only what is owed can be supplied, by the applicant’s side', () => {
    const desk = cases.atAcceptance(deskOwing('bankProof'));
    desk.documents = [aDocument('somethingElse')];
    expect(desk.try(people.applicant, { type: 'supply-documents' })).toBe('invalid-input');
    desk.documents = [];
    expect(desk.try(people.applicant, { type: 'supply-documents' })).toBe('invalid-input');
    desk.documents = [aDocument('bankProof')];
    expect(desk.try(people.townA, { type: 'supply-documents' })).toBe('not-permitted');
    expect(desk.try(people.partner, { type: 'supply-documents' })).toBeUndefined();
    expect(desk.try(people.partner, { type: 'supply-documents' })).toBe('action-not-allowed');
  });

  test('an award can be cancelled, and everything goes back', () => {
    const cancel = { type: 'cancel-award', reason: '企业放弃' } as const;
    const desk = cases.approved().do(people.bureauB, cancel);
    expect(desk.case).toMatchObject({ award: 'closed', amount: 0 });
    expect(desk.effects.slice(-3).map((effect) => effect.kind)).toEqual([
      'release-lock',
      'return-to-fund',
      'uncount-against-cap',
    ]);
    expect(prepared().try(people.bureauB, cancel)).toBe('action-not-allowed');
    expect(cases.paid().try(people.bureauB, cancel)).toBe('action-not-allowed');
  });

  test('a late delivery is brought to notice once', () => {
    const desk = cases.approved();
    expect(desk.at('2026-03-31T15:59:59.999Z').try(people.clock, { type: 'escalate' })).toBe('too-early');
    desk.at('2026-03-31T16:00:00.000Z').do(people.clock, { type: 'escalate' });
    expect(desk.try(people.clock, { type: 'escalate' })).toBe('action-not-allowed');
  });
});
