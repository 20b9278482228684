import { cases, people } from './case-desk.ts';

const objection = { type: 'object', grounds: '该企业并未投产' } as const;

/** Every status a case can have, and within it every situation that changes what may be done. */
export const situations = {
  draft: () => cases.draft(),
  'at acceptance': () => cases.atAcceptance(),
  'at acceptance, claimed': () => cases.atAcceptance().do(people.townA, { type: 'claim' }),
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
