import { describe, expect, test } from 'vitest';
import {
  anAppraisal,
  anEvaluation,
  approval,
  aSubmission,
  CaseDesk,
  cases,
  people,
  recommendation,
  refusal,
  submission,
} from '../support/case-desk.ts';
import { aProgramme, premisesBenefit, theStages } from '../support/programme-builder.ts';

const claim = { type: 'claim' } as const;
const atBureau = () => cases.atBureau().do(people.bureauA, claim);

describe('handing in', () => {
  test('under the declaration of the day', () => {
    const old = { ...submission, declaration: { version: '2025-1', agreed: true as const } };
    expect(cases.draft().try(people.applicant, old)).toBe('invalid-input');
  });

  test('only by who wrote the draft', () => {
    expect(cases.draft().try(people.otherApplicant, submission)).toBe('not-permitted');
    expect(cases.draft().fileFor(people.townA).try(people.applicant, submission)).toBe('not-permitted');
  });

  test('for someone else only on their recorded authority', () => {
    const desk = cases.draft();
    desk.state = { status: 'draft', caseId: 'c', applicant: people.applicant.id, filedBy: people.townA.id };
    expect(desk.try(people.townA, submission)).toBe('invalid-input');
  });

  test('while the programme is open, in the towns it covers', () => {
    expect(new CaseDesk(aProgramme({ effectiveTo: '2026-03-01' })).try(people.applicant, submission)).toBe(
      'programme-not-open',
    );
    expect(new CaseDesk(aProgramme({ effectiveFrom: '2026-03-03' })).try(people.applicant, submission)).toBe(
      'programme-not-open',
    );
    expect(new CaseDesk(aProgramme({ towns: ['610926106'] })).try(people.applicant, submission)).toBe(
      'invalid-input',
    );
  });
});

describe('the amount', () => {
  test('never above what was computed, at any stage', () => {
    expect(cases.visited().try(people.townB, recommendation(10_000_001))).toBe('amount-above-computed');
    expect(atBureau().try(people.bureauA, approval(10_000_001))).toBe('amount-above-computed');
  });

  test('computed anew with what the fund still has', () => {
    const desk = atBureau();
    desk.appraisal = anAppraisal({ evaluation: anEvaluation({ amount: 4_000_000 }) });
    expect(desk.try(people.bureauA, approval())).toBe('amount-above-computed');
    desk.do(people.bureauA, { ...approval(4_000_000), deviationReason: undefined });
    expect(desk.case).toMatchObject({ computed: 4_000_000, proposed: 4_000_000 });
  });

  test('below it only with a reason', () => {
    const less = { ...approval(2_000_000), deviationReason: undefined };
    expect(atBureau().try(people.bureauA, less)).toBe('reason-required');
    expect(atBureau().try(people.bureauA, approval(2_000_000))).toBeUndefined();
  });

  test('against a failed rule only with a reason', () => {
    const desk = atBureau();
    desk.appraisal = anAppraisal({ evaluation: anEvaluation({ outcome: 'not-eligible' }) });
    expect(desk.try(people.bureauA, approval())).toBe('reason-required');
    expect(desk.try(people.bureauA, { ...approval(), deviationReason: '经集体研究' })).toBeUndefined();
  });

  test('nothing is not an approval', () => {
    expect(atBureau().try(people.bureauA, approval(0))).toBe('invalid-input');
  });
});

describe('the stages', () => {
  test('the joint meeting is passed over below its threshold', () => {
    const desk = atBureau().do(people.bureauA, approval(3_000_000));
    expect(desk.case.status).toBe('in-notice');
  });

  test('and asked above it', () => {
    const desk = atBureau().do(people.bureauA, approval(3_000_001));
    expect(desk.case).toMatchObject({ stage: 'joint-meeting', office: 'county-office', proposed: 3_000_001 });
  });

  test('a stage need not be appraised when none with a condition can follow', () => {
    const desk = cases.atAcceptance().do(people.townA, claim);
    const { appraisal: _, ...context } = desk.context(people.townA);
    expect(desk.decideIn(context, { type: 'accept', checklist: ['checked'] }).ok).toBe(true);
  });

  test('an answer chooses the bureau', () => {
    const offices = { skills: 'human-resources-bureau', rain: 'poverty-relief-bureau' };
    const office = { kind: 'by-answer', answer: 'stream', offices } as const;
    const { acceptance, bureauReview } = theStages;
    const desk = new CaseDesk(aProgramme({ stages: [acceptance, { ...bureauReview, office }] }));
    desk.submission = aSubmission(1, { routing: { stream: 'rain' } });
    desk.do(people.applicant, submission).do(people.townA, claim);
    desk.do(people.townA, { type: 'accept', checklist: ['checked'] });
    expect(desk.case).toMatchObject({ office: 'poverty-relief-bureau', routing: { stream: 'rain' } });
    expect(desk.try(people.bureauA, claim)).toBe('outside-your-office');
    expect(desk.try(people.otherBureau, claim)).toBeUndefined();
  });

  test('every item of the checklist is ticked before a case passes, and only its own items', () => {
    expect(atBureau().try(people.bureauA, { ...approval(), checklist: [] })).toBe('checklist-incomplete');
    expect(atBureau().try(people.bureauA, { ...approval(), checklist: ['checked', 'x'] })).toBe(
      'invalid-input',
    );
    expect(atBureau().try(people.bureauA, { ...refusal, checklist: ['x'] })).toBe('invalid-input');
  });
});

describe('refusing', () => {
  test('cites a legal basis of the programme', () => {
    expect(atBureau().try(people.bureauA, { ...refusal, basis: ['measures', 'whim'] })).toBe('invalid-input');
    expect(atBureau().try(people.bureauA, { ...refusal, basis: ['measures', 'agreement'] })).toBeUndefined();
  });

  test('gives the lock back and opens ten working days for an internal review', () => {
    const desk = atBureau().do(people.bureauA, refusal);
    expect(desk.case).toMatchObject({ status: 'rejected', review: 'possible', due: '2026-03-16' });
    expect(desk.effects.at(-1)).toMatchObject({ kind: 'release-lock' });
  });

  test('a town that opposes does not refuse: the bureau decides', () => {
    const desk = cases.visited().do(people.townB, {
      ...recommendation(0),
      opinion: 'oppose',
      checklist: [],
    });
    expect(desk.case).toMatchObject({ status: 'under-review', stage: 'bureau-review' });
  });
});

describe('approving premises', () => {
  const premises = aProgramme({
    benefit: premisesBenefit,
  });
  const granted = (startsOn: string, months?: number) => {
    const desk = cases.atJointMeeting(premises).do(people.countyA, claim);
    desk.appraisal = anAppraisal({ premises: { unit: 'unit-7', startsOn } });
    const amount = months === undefined ? 10_000_000 : Math.floor((10_000_000 * months) / 36);
    desk.do(people.countyA, { ...approval(amount), ...(months !== undefined && { months }) });
    return desk.effects.find((effect) => effect.kind === 'allot-premises');
  };

  test('allots the floor from the wished day for the months computed', () => {
    expect(granted('2026-06-01')).toEqual({
      kind: 'allot-premises',
      unit: 'unit-7',
      area: 50_000,
      from: '2026-06-01',
      to: '2029-05-31',
    });
  });

  test('from the decision when the wished day has passed', () => {
    expect(granted('2026-01-01')).toMatchObject({ from: '2026-03-02', to: '2029-03-01' });
  });

  test('for fewer months, with a reason and the amount that belongs to them', () => {
    expect(granted('2026-06-01', 12)).toMatchObject({ from: '2026-06-01', to: '2027-05-31' });
    const desk = cases.atJointMeeting(premises).do(people.countyA, claim);
    expect(desk.try(people.countyA, { ...approval(), months: 12 })).toBe('amount-above-computed');
    expect(desk.try(people.countyA, { ...approval(), months: 37 })).toBe('invalid-input');
  });

  test('months mean nothing where money is given', () => {
    expect(atBureau().try(people.bureauA, { ...approval(), months: 12 })).toBe('invalid-input');
  });
});

test('a refused act says what may be done instead', () => {
  const outcome = cases.atAcceptance().decide(people.townA, approval());
  expect(outcome).toEqual({
    ok: false,
    refusal: { code: 'action-not-allowed', params: { status: 'under-review' }, allowed: ['claim'] },
  });
});
