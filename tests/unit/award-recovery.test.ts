import { describe, expect, test } from 'vitest';
import { cases, enterprise, people } from '../support/case-desk.ts';
import { aProgramme, theObligations } from '../support/programme-builder.ts';

const programme = aProgramme({ obligations: theObligations });
const breach = { type: 'record-breach', obligation: 'keep-jobs', facts: '已停产三个月' } as const;
const recover = (amount: number, terminate = false) =>
  ({ type: 'open-recovery', amount, terminate, reason: '逾期未整改' }) as const;
const repay = (amount: number) =>
  ({ type: 'record-repayment', amount, voucher: '收-7', receivedOn: '2026-04-09' }) as const;

/** Found on Tuesday 10 March: twenty working days to mend, until Wednesday 8 April (Qingming falls between). */
const inBreach = () => cases.paid(programme).do(people.townA, breach);
const overdue = () => inBreach().at('2026-04-09T01:00:00.000Z');

describe('a breach', () => {
  test('gives the working days of the obligation to mend', () => {
    expect(inBreach().case).toMatchObject({
      breach: { obligation: 'keep-jobs', mendBy: '2026-04-08' },
      due: '2026-04-08',
    });
  });

  test('is one at a time, of an obligation the programme has, found by the town', () => {
    expect(inBreach().try(people.townB, breach)).toBe('action-not-allowed');
    const desk = cases.paid(programme);
    expect(desk.try(people.townA, { ...breach, obligation: 'be-nice' })).toBe('invalid-input');
    expect(desk.try(people.bureauA, breach)).toBe('outside-your-office');
  });

  test('can follow from a report', () => {
    const desk = cases
      .paid(programme)
      .do(people.applicant, { type: 'submit-report', obligation: 'keep-jobs' });
    const verdict = {
      type: 'assess-report',
      obligation: 'keep-jobs',
      verdict: 'breached',
      findings: '岗位不足',
    } as const;
    desk.do(people.townA, verdict);
    expect(desk.case).toMatchObject({ breach: { obligation: 'keep-jobs', by: people.townA.id } });
    desk.do(people.applicant, { type: 'submit-report', obligation: 'keep-jobs' });
    expect(desk.try(people.townA, verdict)).toBe('invalid-input');
    desk.do(people.townA, { ...verdict, verdict: 'kept' });
    expect(desk.case).not.toHaveProperty('breach');
  });

  test('that is mended leaves no trace in the state', () => {
    const desk = inBreach().do(people.townB, { type: 'confirm-mended', findings: '已恢复生产' });
    expect(desk.case).not.toHaveProperty('breach');
    expect(desk.case).toMatchObject({ due: '2026-06-08' });
  });

  test('that is not mended is noted once by the clock', () => {
    const over = { type: 'mark-mend-over' } as const;
    expect(inBreach().at('2026-04-08T15:59:59.999Z').try(people.clock, over)).toBe('too-early');
    const desk = overdue().do(people.clock, over);
    expect(desk.try(people.clock, over)).toBe('action-not-allowed');
    expect(desk.try(people.townB, { type: 'confirm-mended', findings: '补交整改材料' })).toBeUndefined();
  });
});

describe('a recovery', () => {
  test('waits until the days to mend are over, and is opened by the office of the programme', () => {
    expect(inBreach().try(people.bureauB, recover(1))).toBe('too-early');
    expect(overdue().try(people.townB, recover(1))).toBe('outside-your-office');
    const desk = overdue().do(people.bureauB, recover(5_000_000));
    expect(desk.case).toMatchObject({
      award: 'in-recovery',
      office: 'finance-bureau',
      due: '2026-05-11',
      recovery: { amount: 5_000_000, repaid: 0 },
    });
    expect(desk.effects.at(-1)).toEqual({ kind: 'open-recovery', enterprise });
  });

  test('never by who found the breach', () => {
    const own = aProgramme({ obligations: theObligations, owner: { kind: 'town-of-case' } });
    const desk = cases.paid(own).do(people.townA, breach).at('2026-04-09T01:00:00.000Z');
    expect(desk.try(people.townA, recover(1))).toBe('second-officer-required');
    expect(desk.try(people.townB, recover(1))).toBeUndefined();
  });

  test('asks for no more than the rule reckons, nor than was paid', () => {
    expect(overdue().try(people.bureauB, recover(5_000_001))).toBe('amount-above-computed');
    const desk = cases.paid(programme, 4_000_000).do(people.townA, breach).at('2026-04-09T01:00:00.000Z');
    expect(desk.try(people.bureauB, recover(4_000_001))).toBe('amount-above-computed');
    expect(desk.try(people.bureauB, recover(4_000_000))).toBeUndefined();
    expect(overdue().try(people.bureauB, recover(0))).toBe('invalid-input');
  });

  test('repaid in parts, the award goes on with the next round', () => {
    const desk = overdue().do(people.bureauB, recover(5_000_000));
    expect(desk.try(people.financeA, repay(5_000_001))).toBe('invalid-input');
    desk.do(people.financeA, repay(2_000_000)).do(people.financeB, repay(3_000_000));
    expect(desk.case).toMatchObject({
      award: 'active',
      recovered: 5_000_000,
      duties: expect.arrayContaining([{ id: 'keep-jobs', round: 2, due: '2027-03-10' }]),
    });
    expect(desk.effects.slice(-3)).toEqual([
      { kind: 'repay-to-fund', fund: 'county:test-grant:2026', amount: 2_000_000 },
      { kind: 'repay-to-fund', fund: 'county:test-grant:2026', amount: 3_000_000 },
      { kind: 'settle-recovery', enterprise },
    ]);
  });

  test('that ends the award releases what is unpaid, and closes it when repaid', () => {
    const desk = cases.paid(programme, 4_000_000).do(people.townA, breach).at('2026-04-09T01:00:00.000Z');
    desk.do(people.bureauB, recover(4_000_000, true));
    expect(desk.case).toMatchObject({ released: 6_000_000 });
    expect(desk.case).not.toHaveProperty('duties');
    desk.do(people.financeA, repay(4_000_000));
    expect(desk.case).toMatchObject({ award: 'closed', recovered: 4_000_000 });
  });

  test('that ends a lease frees the floor from tomorrow on', () => {
    const desk = cases.letPremises().do(people.townA, breach).at('2026-06-09T01:00:00.000Z');
    desk.do(people.bureauB, recover(0, true));
    expect(desk.case).toMatchObject({ award: 'closed' });
    expect(desk.effects.at(-1)).toEqual({
      kind: 'move-allotment',
      unit: 'unit-7',
      area: 50_000,
      from: '2026-04-01',
      to: '2026-06-09',
    });
  });
});

describe('a recovery that cannot be collected', () => {
  const propose = { type: 'propose-write-off', reason: '企业已注销', basis: '终结执行裁定书' } as const;
  const agree = { type: 'approve-write-off', reason: '已无财产可供执行' } as const;
  const proposed = (terminate = false) =>
    cases
      .paid(programme, 4_000_000)
      .do(people.townA, breach)
      .at('2026-04-09T01:00:00.000Z')
      .do(people.bureauB, recover(4_000_000, terminate))
      .do(people.financeA, repay(1_000_000))
      .do(people.financeA, propose);

  test('is proposed by who collects, and decided by another person of the office of the programme', () => {
    expect(proposed().case).toMatchObject({ office: 'human-resources-bureau' });
    expect(proposed().try(people.financeB, propose)).toBe('action-not-allowed');
    expect(proposed().try(people.townA, agree)).toBe('outside-your-office');
    const oneOffice = aProgramme({
      obligations: theObligations,
      owner: { kind: 'town-of-case' },
      delivery: { office: { kind: 'town-of-case' }, workingDays: 15, basis: 'measures' },
    });
    const desk = cases
      .approved(oneOffice)
      .do(people.townA, { type: 'prepare-payment', amount: 10_000_000 })
      .do(people.townB, { type: 'approve-payment' })
      .do(people.townA, { type: 'record-paid', voucher: '记-1', paidOn: '2026-03-10' })
      .do(people.townA, breach)
      .at('2026-04-09T01:00:00.000Z')
      .do(people.townB, recover(1_000_000))
      .do(people.townA, propose);
    expect(desk.try(people.townA, agree)).toBe('second-officer-required');
    expect(desk.try(people.townB, agree)).toBeUndefined();
  });

  test('goes on when the other person declines', () => {
    const desk = proposed().do(people.bureauA, { type: 'decline-write-off', reason: '请申请强制执行' });
    expect(desk.case).toMatchObject({ award: 'in-recovery', office: 'finance-bureau' });
    expect(desk.case).not.toHaveProperty('recovery.writeOffBy');
  });

  test('closes the award: what is unpaid goes back to the fund, nothing else moves', () => {
    const desk = proposed().do(people.bureauA, agree);
    expect(desk.case).toMatchObject({
      award: 'closed',
      writtenOff: 3_000_000,
      recovered: 1_000_000,
      released: 6_000_000,
    });
    expect(desk.case).not.toHaveProperty('due');
    expect(desk.effects.filter(({ kind }) => kind.endsWith('fund')).slice(-2)).toEqual([
      { kind: 'repay-to-fund', fund: 'county:test-grant:2026', amount: 1_000_000 },
      { kind: 'return-to-fund', fund: 'county:test-grant:2026', amount: 6_000_000 },
    ]);
  });

  test('is still owed: repaid after all, the enterprise is clear', () => {
    const desk = proposed(true).do(people.bureauA, agree);
    expect(desk.effects.map(({ kind }) => kind)).not.toContain('settle-recovery');
    expect(desk.try(people.financeA, repay(3_000_001))).toBe('invalid-input');
    desk.do(people.financeA, repay(1_000_000)).do(people.financeA, repay(2_000_000));
    expect(desk.case).toMatchObject({ award: 'closed', recovered: 4_000_000 });
    expect(desk.case).not.toHaveProperty('writtenOff');
    expect(desk.effects.at(-1)).toEqual({ kind: 'settle-recovery', enterprise });
    expect(desk.try(people.financeA, repay(1))).toBe('action-not-allowed');
  });
});
