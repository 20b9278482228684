import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import { acceptance, aSubmission, cases, enterprise, people } from '../support/case-desk.ts';
import { aProgramme, bureau } from '../support/programme-builder.ts';

const notice = (...paths: string[]): CaseCommand<'return-for-correction'> => ({
  type: 'return-for-correction',
  items: paths.map((path) => ({ path, reason: '请更正' })),
});
const resubmit = { type: 'resubmit' } as const;
const returned = (...paths: string[]) =>
  cases
    .atAcceptance()
    .do(people.townA, { type: 'claim' })
    .do(people.townA, notice(...paths));

describe('what may be changed', () => {
  test.each([
    [['/industry'], ['/industry'], undefined],
    [['/industry'], [], undefined],
    [['/industry'], ['/site'], 'field-not-open-for-correction'],
    [['/industry'], ['/industry', '/workers'], 'field-not-open-for-correction'],
    [['/trainees'], ['/trainees/12/idNumber', '/trainees/199'], undefined],
    [['/trainees/12'], ['/trainees/120/idNumber'], 'field-not-open-for-correction'],
    [['/trainees/12/idNumber'], ['/trainees'], 'field-not-open-for-correction'],
    [['/documents/licence'], ['/documents/licence/0'], undefined],
    [['/documents/licence'], ['/documents/plan/0'], 'field-not-open-for-correction'],
  ])('open %j, changed %j: %s', (open, changed, expected) => {
    const desk = returned(...open);
    desk.submission = aSubmission(2, { changed });
    expect(desk.try(people.applicant, resubmit)).toBe(expected);
  });

  test('the refusal names every field that was not open', () => {
    const desk = returned('/industry');
    desk.submission = aSubmission(2, { changed: ['/industry', '/site', '/workers'] });
    const outcome = desk.decide(people.applicant, resubmit);
    expect(outcome.ok || outcome.refusal.errors?.map(({ path }) => path)).toEqual(['/site', '/workers']);
  });

  test('the town cannot be opened: it decides which office is competent', () => {
    const desk = cases.atAcceptance().do(people.townA, { type: 'claim' });
    expect(desk.try(people.townA, notice('/town'))).toBe('invalid-input');
  });

  test('neither can an answer that chooses the bureau', () => {
    const stream = { kind: 'by-answer', answer: 'stream', offices: { skills: bureau.office } } as const;
    const desk = cases
      .atAcceptance(aProgramme({ delivery: { workingDays: 15, office: stream, basis: 'measures' } }))
      .do(people.townA, { type: 'claim' });
    expect(desk.try(people.townA, notice('/stream'))).toBe('invalid-input');
  });

  test('a corrected site moves the lock on it', () => {
    const desk = returned('/site');
    desk.submission = aSubmission(2, { changed: ['/site'], site: 'site-2' });
    desk.do(people.applicant, resubmit);
    expect(desk.effects.slice(1)).toEqual([
      { kind: 'release-lock', lock: `live:test-grant:${enterprise}:site-1` },
      { kind: 'take-lock', lock: `live:test-grant:${enterprise}:site-2`, refusal: 'already-applied' },
    ]);
    expect(desk.case.site).toBe('site-2');
  });
});

describe('where it goes back to', () => {
  test('to the stage and the reviewer that returned it', () => {
    const desk = cases
      .atBureau()
      .do(people.bureauB, { type: 'claim' })
      .do(people.bureauB, notice('/industry'))
      .do(people.applicant, resubmit);
    expect(desk.case).toMatchObject({
      status: 'under-review',
      stage: 'bureau-review',
      office: 'human-resources-bureau',
      officer: people.bureauB.id,
      revision: 2,
    });
  });

  test('with the site visit it already had', () => {
    const desk = cases.visited().do(people.townB, notice('/industry')).do(people.applicant, resubmit);
    expect(desk.case).toMatchObject({ visit: { by: people.townB.id, confirmedBy: people.townA.id } });
  });
});

describe('how often', () => {
  const back = () => returned('/industry').do(people.applicant, resubmit);
  const again = { ...notice('/industry'), secondReturnReason: '补正后发现新的问题' };

  test('the officer returns it once', () => {
    expect(back().try(people.townA, again)).toBe('correction-already-used');
  });

  test('a second time it takes the head of that office, with a reason', () => {
    const desk = back();
    expect(desk.try(people.bureauHead, again)).toBe('outside-your-office');
    expect(desk.try(people.townHead, notice('/industry'))).toBe('reason-required');
    expect(desk.try(people.townHead, again)).toBeUndefined();
    expect(desk.case).toMatchObject({ status: 'returned', corrections: 2, officer: people.townA.id });
  });

  test('a third time nobody can', () => {
    const desk = back().do(people.townHead, again).do(people.applicant, resubmit);
    expect(desk.try(people.townHead, again)).toBe('correction-already-used');
    desk.do(people.townA, acceptance).do(people.townB, { type: 'claim' });
    expect(desk.try(people.townB, notice('/industry'))).toBe('correction-already-used');
  });
});

describe('how long', () => {
  // Returned on Monday 2 March: 15 working days end on Monday 23 March.
  test('the last minute of the last day still counts', () => {
    const desk = returned('/industry');
    expect(desk.case).toMatchObject({ due: '2026-03-23' });
    expect(desk.at('2026-03-23T15:59:59.999Z').try(people.clock, { type: 'lapse' })).toBe('too-early');
    expect(desk.try(people.applicant, resubmit)).toBeUndefined();
  });

  test('a minute later it has lapsed, and the enterprise may apply again', () => {
    const desk = returned('/industry').at('2026-03-23T16:00:00.000Z');
    expect(desk.try(people.applicant, resubmit)).toBe('too-late');
    desk.do(people.clock, { type: 'lapse' });
    expect(desk.case.status).toBe('lapsed');
    expect(desk.effects.at(-1)).toMatchObject({ kind: 'release-lock' });
    expect(desk.try(people.clock, { type: 'lapse' })).toBe('action-not-allowed');
  });

  test('the promise of the town stands still meanwhile', () => {
    const desk = cases
      .atAcceptance()
      .do(people.townA, { type: 'claim' })
      .at('2026-03-04T01:00:00.000Z')
      .do(people.townA, notice('/industry'))
      .at('2026-03-20T01:00:00.000Z')
      .do(people.applicant, resubmit);
    // Two of five days were used by Wednesday; three remain from Friday 20 March.
    expect(desk.case).toMatchObject({ due: '2026-03-25', clock: { usedBefore: 2, pausedBefore: 12 } });
  });
});
