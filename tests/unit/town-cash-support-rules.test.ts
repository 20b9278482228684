import { describe, expect, test } from 'vitest';
import { gloveMakerYearlySupport } from '../../infra/local/demo/glove-maker.ts';
import { townCashSupport } from '../../shared/programmes/county/town-cash-support.ts';
import { evaluate, someDay } from '../support/evaluate.ts';
import { payeeCases, registeredCases, standingCases, testRules } from '../support/rule-table.ts';

const good = gloveMakerYearlySupport(someDay);

describe('the town’s yearly cash support', () => {
  testRules(townCashSupport, good, {
    registered: registeredCases,
    'in-town': [
      ['in Guangfo', { answers: { town: '610926106' } }, 'met'],
      ['elsewhere', { answers: { town: '610926100' } }, 'not-met'],
    ],
    'year-of-application': [
      ['this year', { answers: { supportYear: 2026 } }, 'met'],
      ['last year', { answers: { supportYear: 2025 } }, 'not-met'],
      ['next year', { answers: { supportYear: 2027 } }, 'not-met'],
    ],
    'in-production': [
      ['one worker', { answers: { workers: 1, poorWorkers: 0 } }, 'met'],
      ['nobody', { answers: { workers: 0, poorWorkers: 0 } }, 'not-met'],
    ],
    'once-a-year': [
      ['not yet', { facts: { taken: { 'factory-year': 0 } } }, 'met'],
      ['already', { facts: { taken: { 'factory-year': 1 } } }, 'not-met'],
    ],
    'poor-within-all': [
      ['all of them', { answers: { workers: 5, poorWorkers: 5 } }, 'met'],
      ['more than all', { answers: { workers: 5, poorWorkers: 6 } }, 'not-met'],
    ],
    'payee-is-entity': payeeCases,
    ...standingCases,
  });

  test('is 50,000 yuan, or what the town still has', () => {
    expect(evaluate(townCashSupport, good).amount).toBe(5_000_000);
    expect(evaluate(townCashSupport, good, { fundAvailable: 4_999_999 }).amount).toBe(4_999_999);
  });

  test('is funded, decided and paid by the town alone', () => {
    const { owner, benefit, stages, delivery, notice } = townCashSupport;
    const offices = [owner, ...stages.map(({ office }) => office), delivery.office, notice?.office];
    expect(new Set(offices.map((office) => office?.kind))).toEqual(new Set(['town-of-case']));
    expect(benefit).toMatchObject({ kind: 'money', recurs: 'yearly', fund: { funder: 'town' } });
  });
});
