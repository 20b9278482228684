import { describe, expect, test } from 'vitest';
import { approval, cases, people, refusal } from '../support/case-desk.ts';

const claim = { type: 'claim' } as const;
const request = { type: 'request-internal-review', grounds: '现场一直在生产' } as const;
const decision = (outcome: 'uphold' | 'revoke') =>
  ({ type: 'decide-internal-review', outcome, reason: '经复核' }) as const;
const revoked = () => cases.underInternalReview().do(people.countyA, decision('revoke'));

describe('asking for it', () => {
  test('until the end of the tenth working day, once', () => {
    expect(cases.rejected().at('2026-03-16T16:00:00.000Z').try(people.applicant, request)).toBe('too-late');
    const desk = cases.rejected().at('2026-03-16T15:59:59.999Z').do(people.applicant, request);
    expect(desk.case).toMatchObject({ review: 'requested', office: 'county-office', due: '2026-03-30' });
    expect(desk.try(people.applicant, request)).toBe('action-not-allowed');
  });

  test('by the applicant or who filed for them, nobody else', () => {
    expect(cases.rejected().try(people.otherApplicant, request)).toBe('not-permitted');
    expect(cases.rejected().try(people.bureauB, request)).toBe('not-permitted');
    expect(cases.rejected().try(people.partner, request)).toBeUndefined();
  });
});

describe('deciding it', () => {
  test('takes someone of the reviewing office who took no part', () => {
    const desk = cases.underInternalReview();
    expect(desk.try(people.bureauB, decision('uphold'))).toBe('outside-your-office');
    const afterMeeting = cases
      .atJointMeeting()
      .do(people.countyA, claim)
      .do(people.countyA, refusal)
      .do(people.applicant, request);
    expect(afterMeeting.try(people.countyA, decision('uphold'))).toBe('already-decided-a-stage');
    expect(afterMeeting.try(people.countyB, decision('uphold'))).toBeUndefined();
  });

  test('an upheld refusal is final here', () => {
    const desk = cases.underInternalReview().do(people.countyA, decision('uphold'));
    expect(desk.case).toMatchObject({ status: 'rejected', review: 'upheld' });
    expect(desk.case).not.toHaveProperty('due');
    expect(desk.try(people.applicant, request)).toBe('action-not-allowed');
  });
});

describe('a revoked refusal', () => {
  test('goes back to the stage that decided, with a fresh promise and the lock taken again', () => {
    const desk = revoked();
    expect(desk.case).toMatchObject({ status: 'under-review', stage: 'bureau-review', due: '2026-03-16' });
    expect(desk.effects.at(-1)).toMatchObject({ kind: 'take-lock', refusal: 'already-applied' });
  });

  test('to other people', () => {
    expect(revoked().try(people.bureauA, claim)).toBe('already-decided-a-stage');
    expect(revoked().do(people.bureauB, claim).try(people.bureauB, approval())).toBeUndefined();
  });

  test('whoever revoked it cannot decide at the joint meeting', () => {
    const desk = revoked().do(people.bureauB, claim).do(people.bureauB, approval());
    expect(desk.try(people.countyA, claim)).toBe('already-decided-a-stage');
    expect(desk.try(people.countyB, claim)).toBeUndefined();
  });

  test('refused again leaves only the remedies outside', () => {
    const desk = revoked().do(people.bureauB, claim).do(people.bureauB, refusal);
    expect(desk.case).toMatchObject({ status: 'rejected', review: 'used' });
    expect(desk.try(people.applicant, request)).toBe('action-not-allowed');
  });
});
