import { describe, expect, test } from 'vitest';
import { lastDayOfNotice } from '../../shared/workflow/after-grant.ts';
import { calendar, cases, people } from '../support/case-desk.ts';
import { Holdings } from '../support/holdings.ts';
import { aProgramme, county } from '../support/programme-builder.ts';

const close = { type: 'close-notice' } as const;
const object = { type: 'object', grounds: '该企业并未投产' } as const;
const answer = (objection: number, upheld: boolean) =>
  ({ type: 'answer-objection', objection, upheld, findings: '经核查' }) as const;

/** Opened on Monday 2 March: five working days, until Monday 9 March. */
const inNotice = cases.inNotice;
const over = '2026-03-09T16:00:00.000Z';

describe('its last day', () => {
  test('is the fifth working day', () => {
    const desk = inNotice();
    expect(desk.case).toMatchObject({ due: '2026-03-09' });
    expect(desk.at('2026-03-09T15:59:59.999Z').try(people.clock, close)).toBe('too-early');
    expect(desk.at(over).try(people.clock, close)).toBeUndefined();
    expect(desk.try(people.clock, close)).toBe('action-not-allowed');
  });

  test.each([
    [10, '2026-03-12'],
    [12, '2026-03-16'],
  ])('of %i calendar days is %s: never a day off', (days, due) => {
    const notice = { days, count: 'calendar' as const, office: county, basis: 'measures' };
    expect(inNotice(aProgramme({ notice })).case).toMatchObject({ due });
  });
});

test('over a holiday its days are those on which offices work, a Saturday that is worked in lieu among them', () => {
  const notice = { days: 5, count: 'working', office: county, basis: 'measures' } as const;
  const lastDay = (opensOn: string) => lastDayOfNotice(notice, opensOn, calendar);
  // Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 February worked.
  expect(lastDay('2026-02-11')).toBe('2026-02-25');
  expect(lastDay('2026-02-24')).toBe('2026-03-02');
});

describe('an objection', () => {
  test('in the last minute keeps the notice open until it is answered', () => {
    const desk = inNotice().at('2026-03-09T15:59:00.000Z').do(people.otherApplicant, object);
    expect(desk.at(over).try(people.clock, close)).toBe('objection-open');
    desk.do(people.countyB, answer(1, false)).do(people.clock, close);
    expect(desk.case).toMatchObject({ status: 'approved', award: 'to-be-delivered' });
  });

  test('a minute later comes too late', () => {
    expect(inNotice().at(over).try(people.otherApplicant, object)).toBe('too-late');
  });

  test('is named by number and digest, never by its words', () => {
    const desk = inNotice().do(people.otherApplicant, object).do(people.otherApplicant, object);
    expect(desk.events.at(-1)).toEqual({
      type: 'objection-filed',
      data: { objection: 2, groundsDigest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(desk.case).toMatchObject({ objections: { filed: 2, open: [1, 2] } });
  });

  test('cannot swell the case without end', () => {
    const desk = inNotice();
    for (let count = 0; count < 50; count += 1) desk.do(people.otherApplicant, object);
    expect(JSON.stringify(desk.case).length).toBeLessThan(1024);
    expect(desk.try(people.otherApplicant, object)).toBe('too-many-requests');
    desk.do(people.countyB, answer(17, false));
    expect(desk.try(people.otherApplicant, object)).toBeUndefined();
  });

  test('is answered by the notice office, once, by someone who decided nothing', () => {
    const desk = inNotice().do(people.otherApplicant, object);
    expect(desk.try(people.bureauB, answer(1, false))).toBe('outside-your-office');
    expect(desk.try(people.countyA, answer(1, false))).toBe('already-decided-a-stage');
    expect(desk.try(people.countyB, answer(2, false))).toBe('invalid-input');
    desk.do(people.countyB, answer(1, false));
    expect(desk.try(people.countyB, answer(1, false))).toBe('action-not-allowed');
  });

  test('and the same person may answer the next one', () => {
    const desk = inNotice().do(people.otherApplicant, object).do(people.otherApplicant, object);
    desk.do(people.countyB, answer(1, false)).do(people.countyB, answer(2, true));
    expect(desk.case.participants).toContain(people.countyB.id);
  });
});

describe('an upheld objection', () => {
  const upheld = () => inNotice().do(people.otherApplicant, object).do(people.countyB, answer(1, true));

  test('turns the approval into a refusal with its remedies', () => {
    expect(upheld().case).toMatchObject({ status: 'rejected', review: 'possible', stage: 'joint-meeting' });
  });

  test('is reviewed by someone who answered no objection either', () => {
    const desk = inNotice().do(people.otherApplicant, object).do(people.otherApplicant, object);
    desk.do(people.leader, answer(1, false)).do(people.countyB, answer(2, true));
    desk.do(people.applicant, { type: 'request-internal-review', grounds: '现场一直在生产' });
    const uphold = { type: 'decide-internal-review', outcome: 'uphold', reason: '经复核' } as const;
    for (const officer of [people.countyA, people.countyB, people.leader]) {
      expect(desk.try(officer, uphold)).toBe('already-decided-a-stage');
    }
  });

  test('gives back everything the approval took', () => {
    const holdings = new Holdings();
    for (const effect of upheld().effects) holdings.apply(effect);
    expect(holdings.things).toEqual([]);
  });
});

test('a withdrawal during the notice gives everything back too', () => {
  const holdings = new Holdings();
  for (const effect of inNotice().do(people.applicant, { type: 'withdraw' }).effects) holdings.apply(effect);
  expect(holdings.things).toEqual([]);
});

test('a programme without notice goes straight to the award', () => {
  const { notice: _, ...programme } = aProgramme();
  const desk = inNotice(programme);
  expect(desk.case).toMatchObject({ status: 'approved', office: 'finance-bureau', due: '2026-03-23' });
  expect(desk.effects.at(-1)).toMatchObject({ kind: 'release-lock' });
});
