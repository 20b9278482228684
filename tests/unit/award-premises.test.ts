import { describe, expect, test } from 'vitest';
import { awardStep } from '../../shared/awards/award-step.ts';
import { cases, handover, people } from '../support/case-desk.ts';

const confirm = { type: 'confirm-lease', findings: '按约定使用，未转租' } as const;

describe('the handover', () => {
  test('begins the lease and the obligations, at the town', () => {
    const desk = cases.letPremises();
    expect(desk.case).toMatchObject({
      award: 'active',
      office: 'town-610926100',
      deliveredOn: '2026-03-10',
      lease: { from: '2026-04-01', to: '2029-03-31', confirmBy: '2027-04-01' },
      duties: [
        { id: 'start-production', round: 1, due: '2026-06-08' },
        { id: 'keep-jobs', round: 1, due: '2026-09-10' },
        { id: 'no-sublet', round: 1, due: '2027-03-10' },
      ],
      due: '2026-06-08',
    });
  });

  test('needs every item of its checklist, and names the missing ones', () => {
    const outcome = cases
      .approvedPremises()
      .decide(people.townC, { ...handover, checklist: ['lease-signed', 'meters-read', 'keys-given'] });
    expect(outcome.ok || outcome.refusal.errors?.map(({ path }) => path)).toEqual([
      '/checklist/fire-safety',
      '/checklist/condition-recorded',
    ]);
  });

  test('changes the allotment only when the lease differs from it', () => {
    const move = (effect: { readonly kind: string }) => effect.kind === 'move-allotment';
    expect(cases.letPremises().effects.some(move)).toBe(false);
    const later = { ...handover, leaseFrom: '2026-05-01', leaseTo: '2029-04-30' };
    expect(cases.approvedPremises().do(people.townC, later).effects.find(move)).toEqual({
      kind: 'move-allotment',
      unit: 'unit-7',
      area: 50_000,
      from: '2026-05-01',
      to: '2029-04-30',
    });
  });

  test.each([
    ['a day too long', '2026-04-01', '2029-04-01'],
    ['before the approval', '2026-03-01', '2027-02-28'],
    ['ending before it begins', '2026-04-01', '2026-03-31'],
  ])('refuses a lease %s', (_, leaseFrom, leaseTo) => {
    expect(cases.approvedPremises().try(people.townC, { ...handover, leaseFrom, leaseTo })).toBe(
      'invalid-input',
    );
  });

  test('a lease of a year or less needs no yearly confirmation', () => {
    const desk = cases.approvedPremises().do(people.townC, { ...handover, leaseTo: '2027-03-31' });
    expect(desk.case).toMatchObject({ lease: { from: '2026-04-01', to: '2027-03-31' } });
    expect(desk.try(people.townC, confirm)).toBe('action-not-allowed');
  });

  test('is not paid, and money is not handed over', () => {
    expect(cases.approvedPremises().try(people.financeA, { type: 'prepare-payment', amount: 1 })).toBe(
      'action-not-allowed',
    );
    expect(cases.approved().try(people.financeA, handover)).toBe('not-permitted');
    expect(cases.approved().try(people.townA, handover)).toBe('action-not-allowed');
  });
});

describe('the yearly confirmation', () => {
  test('stands on the town’s list from then on', () => {
    const { state, programme } = cases.letPremises();
    const kept = state.status === 'approved' ? { ...state, duties: [] } : undefined;
    const stepOn = (day: string) => kept && awardStep(kept, programme, day);
    expect([stepOn('2027-02-28'), stepOn('2027-03-01')]).toEqual(['under-supervision', 'to-confirm']);
  });

  test('opens a month before it is due, and is due again a year later', () => {
    const desk = cases.letPremises();
    expect(desk.at('2027-02-28T15:59:59.999Z').try(people.townC, confirm)).toBe('too-early');
    desk.at('2027-02-28T16:00:00.000Z').do(people.townC, confirm);
    expect(desk.case).toMatchObject({ lease: { confirmBy: '2028-04-01' } });
    expect(desk.try(people.townC, confirm)).toBe('too-early');
  });

  test('is not needed any more in the last year', () => {
    const desk = cases.letPremises().at('2027-03-20T01:00:00.000Z').do(people.townC, confirm);
    desk.at('2028-03-20T01:00:00.000Z').do(people.townC, confirm);
    expect(desk.case).toMatchObject({ lease: { from: '2026-04-01', to: '2029-03-31' } });
    expect(desk.try(people.townC, confirm)).toBe('action-not-allowed');
  });
});
