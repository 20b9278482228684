import { workingCalendar } from '../../shared/calendar/working-calendar.ts';
import { cases, deskOwing, people } from './case-desk.ts';
import { aProgramme, theObligations } from './programme-builder.ts';

const objection = { type: 'object', grounds: '该企业并未投产' } as const;

const supervised = aProgramme({ obligations: theObligations });
const paid = () => cases.paid(supervised);
const inBreach = () =>
  paid().do(people.townA, { type: 'record-breach', obligation: 'keep-jobs', facts: '已停产' });
const inRecovery = (terminate: boolean) =>
  inBreach()
    .at('2026-04-10T01:00:00.000Z')
    .do(people.bureauB, { type: 'open-recovery', amount: 1_000_000, terminate, reason: '逾期未整改' });
const writeOffProposed = () =>
  inRecovery(false).do(people.financeA, {
    type: 'propose-write-off',
    reason: '企业已注销，多次催收无果',
    basis: '终结执行裁定书',
  });

/** Every status a case can have, and within it every situation that changes what may be done. */
export const situations = {
  draft: () => cases.draft(),
  'at acceptance': () => cases.atAcceptance(),
  'at acceptance, claimed': () => cases.atAcceptance().do(people.townA, { type: 'claim' }),
  'at acceptance, holidays published since': () => {
    const desk = cases.atAcceptance();
    desk.calendar = workingCalendar({
      extraYears: [{ year: 2026, source: 'test', holidays: ['2026-03-05'], makeUpWorkdays: [] }],
    });
    return desk;
  },
  'at acceptance, days over': () =>
    cases.atAcceptance().do(people.townA, { type: 'claim' }).at('2026-03-10T01:00:00.000Z'),
  returned: () => cases.returned(),
  'returned, days over': () => cases.returned().at('2026-03-24T01:00:00.000Z'),
  'back from correction': () => cases.returned().do(people.applicant, { type: 'resubmit' }),
  'at town review': () => cases.atTownReview(),
  'at town review, claimed': () => cases.atTownReview().do(people.townB, { type: 'claim' }),
  'at town review, visited by one': () => cases.visitedByOne(),
  'at town review, visited by two': () => cases.visited(),
  'at the bureau': () => cases.atBureau(),
  'at the bureau, claimed': () => cases.atBureau().do(people.bureauA, { type: 'claim' }),
  'at the bureau, expedite asked for': () =>
    cases
      .atBureau()
      .do(people.bureauA, { type: 'claim' })
      .do(people.bureauA, { type: 'request-expedite', reason: '企业急需资金' }),
  'at the bureau, half used': () => cases.atBureau().at('2026-03-09T01:00:00.000Z'),
  'at the bureau, days over': () => cases.atBureau().at('2026-03-17T01:00:00.000Z'),
  'at the joint meeting, claimed': () => cases.atJointMeeting().do(people.countyA, { type: 'claim' }),
  'in notice': () => cases.inNotice(),
  'in notice, objection open': () => cases.inNotice().do(people.otherApplicant, objection),
  'in notice, days over': () => cases.inNotice().at('2026-03-10T01:00:00.000Z'),
  'in notice, days over, objection open': () =>
    cases.inNotice().do(people.otherApplicant, objection).at('2026-03-10T01:00:00.000Z'),
  approved: () => cases.approved(),
  'approved, document owed': () => cases.approved(deskOwing('fireSafety')),
  'approved, delivery late': () => cases.approved().at('2026-04-01T01:00:00.000Z'),
  'payment prepared': () =>
    cases.approved().do(people.financeA, { type: 'prepare-payment', amount: 10_000_000 }),
  'payment agreed': () =>
    cases
      .approved()
      .do(people.financeA, { type: 'prepare-payment', amount: 10_000_000 })
      .do(people.financeB, { type: 'approve-payment' }),
  'paid in part': () => cases.paid(supervised, 4_000_000),
  'paid, under supervision': paid,
  'paid, sent back by the bank': () =>
    paid().do(people.financeA, {
      type: 'record-sent-back',
      part: 1,
      voucher: '退-1',
      returnedOn: '2026-03-10',
      reason: '账户已销户',
    }),
  'report handed in': () =>
    paid().do(people.applicant, { type: 'submit-report', obligation: 'start-production' }),
  'report late': () => paid().at('2026-06-09T01:00:00.000Z'),
  'breach being mended': inBreach,
  'breach, days to mend over': () => inBreach().at('2026-04-10T01:00:00.000Z'),
  'in recovery': () => inRecovery(false),
  'write-off proposed': writeOffProposed,
  'written off': () =>
    writeOffProposed().do(people.bureauB, { type: 'approve-write-off', reason: '已无财产可供执行' }),
  'paid, nothing to supervise': () => cases.paid(),
  'premises to be handed over': () => cases.approvedPremises(),
  'premises let': () => cases.letPremises(),
  'premises let, lease to confirm': () => cases.letPremises().at('2027-03-20T01:00:00.000Z'),
  'award closed': () => cases.paid().do(people.clock, { type: 'close-award' }),
  'approved, rated': () => cases.approved().do(people.applicant, { type: 'rate', stars: 5 }),
  rejected: () => cases.rejected(),
  'rejected, review period over': () => cases.rejected().at('2026-03-17T01:00:00.000Z'),
  'rejected, review asked for': () => cases.underInternalReview(),
  'rejected, refusal upheld': () =>
    cases
      .underInternalReview()
      .do(people.countyA, { type: 'decide-internal-review', outcome: 'uphold', reason: '事实清楚' }),
  'not accepted': () =>
    cases
      .atAcceptance()
      .do(people.townA, { type: 'claim' })
      .do(people.townA, { type: 'not-accept', facts: '不属于受理范围', basis: 'measures' }),
  withdrawn: () => cases.atAcceptance().do(people.applicant, { type: 'withdraw' }),
  lapsed: () => cases.returned().at('2026-03-24T01:00:00.000Z').do(people.clock, { type: 'lapse' }),
} as const;

export type Situation = keyof typeof situations;
