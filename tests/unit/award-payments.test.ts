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
