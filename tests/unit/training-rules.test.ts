import { describe, expect, test } from 'vitest';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import { gloveMakerRainDew, gloveMakerSkills } from '../../infra/local/demo/glove-maker.ts';
import type { RowAnswer } from '../../shared/forms/answers.ts';
import { trainingSubsidy } from '../../shared/programmes/county/training-subsidy.ts';
import { evaluate, someDay, termsOf } from '../support/evaluate.ts';
import { payeeCases, registeredCases, standingCases, testRules } from '../support/rule-table.ts';

const good = gloveMakerRainDew();
const rows = good.trainees as readonly RowAnswer[];
const [first] = rows as readonly [RowAnswer];
const list = (...trainees: readonly RowAnswer[]) => ({ trainees, actualTrainees: trainees.length });

describe('training subsidy', () => {
  testRules(trainingSubsidy, good, {
    registered: registeredCases,
    'session-over': [
      ['ended today', { answers: { startsOn: '2026-09-01', endsOn: someDay } }, 'met'],
      ['ends tomorrow', { answers: { startsOn: '2026-09-01', endsOn: '2026-11-24' } }, 'not-met'],
    ],
    'session-not-too-long': [
      ['three months to the day', { answers: { startsOn: '2026-03-02', endsOn: '2026-06-02' } }, 'met'],
      ['a day longer', { answers: { startsOn: '2026-03-02', endsOn: '2026-06-03' } }, 'not-met'],
      [
        'from 30 November to the end of February',
        {
          answers: { startsOn: '2025-11-30', endsOn: '2026-02-28' },
        },
        'met',
      ],
    ],
    'someone-qualifies': [
      ['one', { answers: list(first) }, 'met'],
      ['nobody', { answers: list({ ...first, result: 'failed' }) }, 'not-met'],
      ['an empty list', { answers: list() }, 'not-met'],
    ],
    'persons-not-paid-before': [
      ['none', { facts: { taken: { 'person-once': 0 } } }, 'met'],
      ['one of 200', { facts: { taken: { 'person-once': 1 } } }, 'not-met'],
    ],
    'hours-not-paid-before': [
      ['none', { facts: { taken: { 'hours-once': 0 } } }, 'met'],
      ['one of 200', { facts: { taken: { 'hours-once': 1 } } }, 'not-met'],
    ],
    'payee-is-entity': payeeCases,
    ...standingCases,
    'all-qualify': [
      ['all', {}, 'met'],
      ['one failed', { answers: list(first, { ...first, result: 'failed' }) }, 'not-met'],
    ],
    'rain-dew-for-the-poor': [
      ['all poor', {}, 'met'],
      ['one is not', { answers: list(first, { ...first, poorHousehold: false }) }, 'not-met'],
      [
        'skills training asks nobody',
        {
          answers: { stream: 'skills', ...list({ ...first, poorHousehold: false }) },
        },
        'met',
      ],
    ],
    'roster-matches-count': [
      ['as stated', {}, 'met'],
      ['one missing', { answers: { actualTrainees: 201 } }, 'not-met'],
    ],
    'certificates-numbered': [
      ['all numbered', {}, 'met'],
      ['one passed without', { answers: list(first, { ...first, certificateNumber: '' }) }, 'not-met'],
      [
        'who failed needs none',
        {
          answers: list({ ...first, result: 'failed', certificateNumber: '' }),
        },
        'met',
      ],
    ],
  });

  describe('a trainee qualifies', () => {
    const aged = (bornOn: string) => ({ ...first, residentId: fictionalPerson(7, bornOn).residentId });
    const cases: readonly [what: string, row: RowAnswer, qualified: 0 | 1][] = [
      ['with 80 % attendance', { ...first, attendance: 80_00 }, 1],
      ['not with 79.99 %', { ...first, attendance: 79_99 }, 0],
      ['having passed', { ...first, result: 'passed' }, 1],
      ['not having failed', { ...first, result: 'failed' }, 0],
      ['not absent from the examination', { ...first, result: 'absent' }, 0],
      ['on the sixteenth birthday', aged('2010-11-23'), 1],
      ['not the day before', aged('2010-11-24'), 0],
      ['until the day before the sixty-first birthday', aged('1965-11-24'), 1],
      ['not at sixty-one', aged('1965-11-23'), 0],
      ['with a contract', { ...first, contractedOn: '2026-03-02' }, 1],
      ['not without one', { ...first, contractedOn: '' }, 0],
      ['in Rain-Dew not unless poor', { ...first, poorHousehold: false }, 0],
    ];
    test.each(cases)('%s', (_, row, qualified) => {
      expect(termsOf(evaluate(trainingSubsidy, { ...good, ...list(row) })).qualified).toBe(qualified);
    });

    test('in skills training also when not poor', () => {
      const answers = { ...gloveMakerSkills(), ...list({ ...first, poorHousehold: false }) };
      expect(termsOf(evaluate(trainingSubsidy, answers))).toMatchObject({ qualified: 1, subsidy: 50_000 });
    });
  });

  test('of 203 listed, three without attendance, 200 are paid for', () => {
    const late = rows.slice(0, 3).map((row, index) => ({
      ...row,
      residentId: fictionalPerson(4000 + index).residentId,
      attendance: 50_00,
    }));
    const record = evaluate(trainingSubsidy, { ...good, ...list(...rows, ...late) });
    expect(termsOf(record)).toMatchObject({
      listed: 203,
      attended: 200,
      qualified: 200,
      subsidy: 20_000_000,
    });
    expect(record.outcome).toBe('eligible');
  });

  test('the fund’s rest bounds the amount', () => {
    const record = evaluate(trainingSubsidy, good, { fundAvailable: 12_345 });
    expect(record.amount).toBe(12_345);
  });
});
