import { describe, expect, test } from 'vitest';
import { acceptance, approval, cases, people } from '../support/case-desk.ts';
import { aProgramme, theStages } from '../support/programme-builder.ts';

const claim = { type: 'claim' } as const;
const escalate = { type: 'escalate' } as const;
const morning = (date: string) => `${date}T01:00:00.000Z`;

/** Claimed at the bureau on Monday 2 March: ten working days, until Monday 16 March. */
const atBureau = () => cases.atBureau().do(people.bureauA, claim);
const asked = () => atBureau().do(people.bureauA, { type: 'request-expedite', reason: '企业急需资金' });
const consent = (agreed: boolean) => ({ type: 'consent-expedite', agreed, reason: '情况属实' }) as const;

describe('silence of the town', () => {
  test('counts as accepted from the day after the last one', () => {
    const desk = cases.atAcceptance();
    expect(desk.case).toMatchObject({ due: '2026-03-09' });
    expect(desk.at('2026-03-09T15:59:59.999Z').try(people.clock, { type: 'deem-accepted' })).toBe(
      'too-early',
    );
    desk.at('2026-03-09T16:00:00.000Z').do(people.clock, { type: 'deem-accepted' });
    expect(desk.case).toMatchObject({ stage: 'town-review', participants: [] });
    expect(desk.events.at(-1)).toMatchObject({ data: { silent: true, time: { used: 6, promised: 5 } } });
    expect(desk.try(people.clock, { type: 'deem-accepted' })).toBe('action-not-allowed');
  });

  test('so that a return or a no comes too late, and a yes does not', () => {
    const desk = cases.atAcceptance().do(people.townA, claim).at(morning('2026-03-10'));
    const items = [{ path: '/industry', reason: '请更正' }];
    expect(desk.try(people.townA, { type: 'return-for-correction', items })).toBe('too-late');
    expect(desk.try(people.townA, { type: 'not-accept', facts: '不受理', basis: 'measures' })).toBe(
      'too-late',
    );
    expect(desk.try(people.townA, acceptance)).toBeUndefined();
  });

  test('does not count where the programme says it escalates', () => {
    const [, ...later] = Object.values(theStages);
    const stages = [{ ...theStages.acceptance, onSilence: 'escalate' as const }, ...later];
    const desk = cases.atAcceptance(aProgramme({ stages })).at(morning('2026-03-10'));
    expect(desk.try(people.clock, { type: 'deem-accepted' })).toBe('action-not-allowed');
    expect(desk.try(people.clock, escalate)).toBeUndefined();
  });
});

describe('escalation', () => {
  test('once when half is used and once when all is', () => {
    const desk = cases.atBureau();
    expect(desk.at(morning('2026-03-06')).try(people.clock, escalate)).toBe('too-early');
    desk.at(morning('2026-03-09')).do(people.clock, escalate);
    expect(desk.case).toMatchObject({ escalated: 'half' });
    expect(desk.at(morning('2026-03-16')).try(people.clock, escalate)).toBe('too-early');
    desk.at(morning('2026-03-17')).do(people.clock, escalate);
    expect(desk.case).toMatchObject({ escalated: 'end' });
    expect(desk.try(people.clock, escalate)).toBe('action-not-allowed');
  });

  test('a clock that comes late says only that all is used', () => {
    const desk = cases.atBureau().at(morning('2026-03-20')).do(people.clock, escalate);
    expect(desk.case).toMatchObject({ escalated: 'end' });
  });

  test('begins anew at the next stage', () => {
    const desk = atBureau().at(morning('2026-03-09')).do(people.clock, escalate);
    expect(desk.do(people.bureauA, approval()).case).not.toHaveProperty('escalated');
  });
});

describe('expediting', () => {
  test('takes a second person: the head of the office or a county leader', () => {
    expect(asked().try(people.bureauA, consent(true))).toBe('not-permitted');
    expect(asked().try(people.townHead, consent(true))).toBe('outside-your-office');
    expect(asked().try(people.bureauHead, consent(true))).toBeUndefined();
    expect(asked().try(people.leader, consent(true))).toBeUndefined();
  });

  test('a head who asked cannot consent', () => {
    const desk = cases
      .atBureau()
      .do(people.bureauHead, claim)
      .do(people.bureauHead, { type: 'request-expedite', reason: '企业急需资金' });
    expect(desk.try(people.bureauHead, consent(true))).toBe('expedite-needs-second-person');
    expect(desk.try(people.leader, consent(true))).toBeUndefined();
  });

  test('halves what remains of this stage and the days of the next', () => {
    // Four of ten days used on Friday 6 March, six remain: three, until Wednesday 11 March.
    const desk = asked().at(morning('2026-03-06')).do(people.bureauHead, consent(true));
    expect(desk.case).toMatchObject({ due: '2026-03-11', expedited: true });
    desk.do(people.bureauA, approval());
    expect(desk.case).toMatchObject({ stage: 'joint-meeting', clock: { promisedDays: 3 } });
  });

  test('a no leaves the promise as it was, and it may be asked again', () => {
    const desk = asked().do(people.bureauHead, consent(false));
    expect(desk.case).toMatchObject({ due: '2026-03-16' });
    expect(desk.case).not.toHaveProperty('expedited');
    expect(desk.try(people.bureauA, { type: 'request-expedite', reason: '再次申请' })).toBeUndefined();
  });

  test('an overdue case gains nothing and loses nothing', () => {
    const desk = asked().at(morning('2026-03-20')).do(people.bureauHead, consent(true));
    expect(desk.case).toMatchObject({ due: '2026-03-20' });
  });
});

describe('extension', () => {
  const extend = { type: 'extend-clock', reason: '情况复杂' } as const;

  test('once a stage, by the head of the office, by the days of the programme', () => {
    const desk = atBureau();
    expect(desk.try(people.bureauA, extend)).toBe('not-permitted');
    desk.do(people.bureauHead, extend);
    expect(desk.case).toMatchObject({ due: '2026-03-30' });
    expect(desk.try(people.bureauHead, extend)).toBe('extension-already-used');
  });

  test('not when the days are over', () => {
    expect(atBureau().at(morning('2026-03-17')).try(people.bureauHead, extend)).toBe('too-late');
  });

  test('expediting takes what is left of it too, and it stays used', () => {
    const desk = asked().do(people.bureauHead, extend).do(people.bureauHead, consent(true));
    // Twenty days remain, half of them are ten.
    expect(desk.case).toMatchObject({ due: '2026-03-16', clock: { promisedDays: 10, extendedBy: 0 } });
    expect(desk.try(people.bureauHead, extend)).toBe('extension-already-used');
  });
});
