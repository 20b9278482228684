import { describe, expect, test } from 'vitest';
import { acceptance, approval, cases, people, recommendation, refusal, visit } from '../support/case-desk.ts';
import { aProgramme, aStage, theStages, townOfCase } from '../support/programme-builder.ts';

const claim = { type: 'claim' } as const;
const delegateTo = (to: { readonly id: string }) => ({ type: 'delegate', to: to.id }) as const;

describe('nobody decides two stages', () => {
  test('who accepted cannot claim the town review', () => {
    expect(cases.atTownReview().try(people.townA, claim)).toBe('already-decided-a-stage');
  });

  test('nor be given it by a colleague or by the head of the office', () => {
    expect(cases.atTownReview().try(people.townHead, delegateTo(people.townA))).toBe('officer-not-eligible');
    expect(cases.visited().try(people.townB, delegateTo(people.townA))).toBe('officer-not-eligible');
  });

  test('who accepted may be the second pair of eyes at the visit, since that decides nothing', () => {
    expect(cases.visited().case).toMatchObject({ visit: { confirmedBy: people.townA.id } });
  });

  test('the head of an office who accepted cannot decide later either', () => {
    const desk = cases.atAcceptance().do(people.townHead, claim).do(people.townHead, acceptance);
    expect(desk.try(people.townHead, claim)).toBe('already-decided-a-stage');
    expect(desk.try(people.townHead, delegateTo(people.townHead))).toBe('officer-not-eligible');
    expect(desk.try(people.townHead, delegateTo(people.townC))).toBeUndefined();
  });

  test('not even with the case in hand, however it came there', () => {
    const desk = cases.visited();
    desk.state = { ...desk.case, participants: [people.townB.id] };
    expect(desk.try(people.townB, recommendation())).toBe('already-decided-a-stage');
  });

  test('where the town alone decides, two of its officers are needed', () => {
    const decision = aStage({ id: 'town-decision', kind: 'decision', office: townOfCase });
    const desk = cases
      .atAcceptance(aProgramme({ stages: [theStages.acceptance, decision] }))
      .do(people.townA, claim)
      .do(people.townA, acceptance);
    expect(desk.try(people.townA, claim)).toBe('already-decided-a-stage');
    expect(desk.do(people.townB, claim).try(people.townB, approval())).toBeUndefined();
  });
});

describe('nobody acts on their own case', () => {
  test('the officer who filed it for the applicant', () => {
    const desk = cases
      .draft()
      .fileFor(people.townA)
      .do(people.townA, {
        type: 'submit',
        declaration: { version: '2026-1', agreed: true },
      });
    expect(desk.case).toMatchObject({ applicant: people.applicant.id, filedBy: people.townA.id });
    expect(desk.try(people.townA, claim)).toBe('conflict-of-interest');
    expect(desk.try(people.townHead, delegateTo(people.townA))).toBe('officer-not-eligible');
  });

  test('the officer who acts for the enterprise, from the day they do', () => {
    const desk = cases.atBureau().do(people.bureauA, claim).actsForEnterprise(people.bureauA);
    expect(desk.try(people.bureauA, approval())).toBe('conflict-of-interest');
    expect(desk.try(people.bureauA, delegateTo(people.bureauB))).toBe('conflict-of-interest');
  });

  test('the officer who is the applicant', () => {
    const desk = cases.atAcceptance();
    const both = {
      ...people.townA,
      id: people.applicant.id,
      roles: ['applicant' as const, 'reviewer' as const],
    };
    expect(desk.try(both, claim)).toBe('conflict-of-interest');
    expect(desk.try(both, { type: 'withdraw' })).toBeUndefined();
  });

  test('the head of the office: neither handing it on, nor consenting, nor a second return', () => {
    const desk = cases
      .atBureau()
      .do(people.bureauA, claim)
      .do(people.bureauA, { type: 'request-expedite', reason: '企业急需资金' })
      .actsForEnterprise(people.bureauHead);
    const consent = { type: 'consent-expedite', agreed: true, reason: '同意' } as const;
    expect(desk.try(people.bureauHead, consent)).toBe('conflict-of-interest');
    expect(desk.try(people.bureauHead, delegateTo(people.bureauB))).toBe('conflict-of-interest');
    expect(desk.try(people.bureauHead, { type: 'release' })).toBe('conflict-of-interest');
    expect(desk.try(people.bureauHead, { type: 'extend-clock', reason: '情况复杂' })).toBe(
      'conflict-of-interest',
    );
  });

  test('who confirms a visit', () => {
    const desk = cases.visitedByOne().actsForEnterprise(people.townC);
    expect(desk.try(people.townC, { type: 'confirm-visit' })).toBe('conflict-of-interest');
  });
});

describe('everyone at their own office', () => {
  test.each([
    ['another town', people.otherTown],
    ['a bureau', people.bureauHead],
    ['the county', people.leader],
  ])('%s has no part in the town’s stage', (_, officer) => {
    const desk = cases.atAcceptance();
    expect(desk.try(officer, claim)).toBe('outside-your-office');
    expect(desk.try(officer, delegateTo(people.townB))).toBe('outside-your-office');
  });

  test('the town has no part in the bureau’s stage, nor has another bureau', () => {
    expect(cases.atBureau().try(people.townHead, claim)).toBe('outside-your-office');
    expect(cases.atBureau().try(people.otherBureau, claim)).toBe('outside-your-office');
  });

  test('a case is not given to someone of another office or unknown to it', () => {
    const desk = cases.atAcceptance().do(people.townA, claim);
    expect(desk.try(people.townA, delegateTo(people.otherTown))).toBe('officer-not-eligible');
    expect(desk.try(people.townA, delegateTo(people.bureauA))).toBe('officer-not-eligible');
    expect(desk.try(people.townA, delegateTo(people.auditor))).toBe('officer-not-eligible');
  });
});

describe('two officers visit the site', () => {
  test('no opinion before the visit, nor before the second officer', () => {
    const desk = cases.atTownReview().do(people.townB, claim);
    expect(desk.try(people.townB, recommendation())).toBe('site-visit-required');
    desk.do(people.townB, visit);
    expect(desk.try(people.townB, recommendation())).toBe('second-officer-required');
    expect(desk.try(people.townB, { type: 'confirm-visit' })).toBe('second-officer-required');
    desk.do(people.townC, { type: 'confirm-visit' });
    expect(desk.try(people.townB, recommendation())).toBeUndefined();
  });

  test('at a joint meeting of two, the minutes need the second officer before a yes, not before a no', () => {
    const { jointMeeting } = theStages;
    const programme = aProgramme({
      stages: [...Object.values(theStages).slice(0, 3), { ...jointMeeting, officers: 2 }],
    });
    const desk = cases.atJointMeeting(programme).do(people.countyA, claim);
    expect(desk.try(people.countyA, approval())).toBe('second-officer-required');
    desk.do(people.countyA, visit);
    expect(desk.try(people.countyA, approval())).toBe('second-officer-required');
    expect(desk.try(people.countyA, refusal)).toBeUndefined();
  });

  test('a visit lies between the submission and today', () => {
    const desk = cases.atTownReview().do(people.townB, claim);
    expect(desk.try(people.townB, { ...visit, visitedOn: '2026-03-03' })).toBe('invalid-input');
    expect(desk.try(people.townB, { ...visit, visitedOn: '2026-03-01' })).toBe('invalid-input');
  });
});
