import { describe, expect, test } from 'vitest';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { workerRows } from '../../infra/local/demo/rosters.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import type { Facts } from '../../shared/rules/evaluation.ts';
import { evaluate, someDay, termsOf } from '../support/evaluate.ts';
import { payeeCases, registeredCases, standingCases, testRules } from '../support/rule-table.ts';

const good = gloveMakerGrant();
const machine = (invoiceNumber?: string) => ({
  name: '电脑手套机',
  quantity: 2,
  unitPrice: 3_000_000,
  ...(invoiceNumber !== undefined && { invoiceNumber }),
});
const earlier = (received: number, sameItem: boolean) => ({
  year: 2024,
  funder: '镇政府',
  received,
  sameItem,
});

describe('startup grant', () => {
  testRules(startupGrant, good, {
    registered: registeredCases,
    'first-founding': [
      ['the first', { answers: { firstFounding: true } }, 'met'],
      ['not the first', { answers: { firstFounding: false } }, 'not-met'],
    ],
    'operating-long-enough': [
      ['six months to the day', { answers: { establishedOn: '2026-05-23' } }, 'met'],
      ['a day short of six months', { answers: { establishedOn: '2026-05-24' } }, 'not-met'],
      ['founded today', { answers: { establishedOn: someDay } }, 'not-met'],
      [
        'end of August to end of February',
        {
          answers: { establishedOn: '2025-08-31' },
          facts: { today: '2026-02-28' },
        },
        'met',
      ],
    ],
    'payroll-evidence': [
      ['one worker', { answers: { roster: workerRows(1, 1, 0, '2026-03-02') } }, 'met'],
      ['nobody', { answers: { roster: [] } }, 'not-met'],
    ],
    'not-paid-before': [
      ['no invoice used', { facts: { taken: { 'invoice-once': 0 } } }, 'met'],
      ['not looked up, so none used', { facts: { taken: {} } }, 'met'],
      ['one invoice used', { facts: { taken: { 'invoice-once': 1 } } }, 'not-met'],
    ],
    'payee-is-entity': payeeCases,
    'poor-within-all': [
      ['as many as all', { answers: { workers: 24, poorWorkers: 24 } }, 'met'],
      ['one more', { answers: { workers: 24, poorWorkers: 25 } }, 'not-met'],
    ],
    ...standingCases,
    'something-to-grant': [
      ['a fen', { facts: { fundAvailable: 1 } }, 'met'],
      ['an empty fund', { facts: { fundAvailable: 0 } }, 'not-met'],
      ['no invoices', { answers: { equipment: [machine()] } }, 'not-met'],
    ],
    'invoices-within-investment': [
      ['just as much', { answers: { equipment: [machine('12345678')], actualInvestment: 6_000_000 } }, 'met'],
      [
        'a fen more',
        { answers: { equipment: [machine('12345678')], actualInvestment: 5_999_999 } },
        'not-met',
      ],
    ],
    'roster-matches-jobs': [
      ['as stated', {}, 'met'],
      ['fewer on the roster', { answers: { workers: 71 } }, 'not-met'],
      ['fewer poor on the roster', { answers: { poorWorkers: 25 } }, 'not-met'],
    ],
  });

  describe('the amount is the least of', () => {
    const cases: readonly [what: string, answers: Answers, facts: Partial<Facts>, fen: number][] = [
      ['what was requested', { amountRequested: 9_999_999 }, {}, 9_999_999],
      ['the cap', { amountRequested: 10_000_001 }, {}, 10_000_000],
      ['half of the eligible invoices', { equipment: [machine('12345678')] }, {}, 3_000_000],
      [
        'only equipment with an invoice counts',
        { equipment: [machine('12345678'), machine()] },
        {},
        3_000_000,
      ],
      [
        'half of an odd sum, rounded down',
        {
          equipment: [{ name: '针', quantity: 1, unitPrice: 333, invoiceNumber: '12345678' }],
        },
        {},
        166,
      ],
      ['what the fund still has', {}, { fundAvailable: 4_200_000 }, 4_200_000],
      ['nothing of an overdrawn fund', {}, { fundAvailable: -1 }, 0],
      ['less what the record says was awarded for the item', {}, { awardedForItem: 1_000_000 }, 9_000_000],
      [
        'less what was declared for the item',
        {
          hasEarlierSubsidies: true,
          earlierSubsidies: [earlier(2_000_000, true), earlier(500_000, true)],
        },
        {},
        7_500_000,
      ],
      [
        'less the larger of both, which overlap',
        {
          hasEarlierSubsidies: true,
          earlierSubsidies: [earlier(2_000_000, true)],
        },
        { awardedForItem: 3_000_000 },
        7_000_000,
      ],
      [
        'not less what was for something else',
        {
          hasEarlierSubsidies: true,
          earlierSubsidies: [earlier(2_000_000, false)],
        },
        {},
        10_000_000,
      ],
      ['never below nothing', {}, { awardedForItem: 10_000_001 }, 0],
      ['what is left of the enterprise’s cap', {}, { awardedToEnterprise: 8_000_000 }, 2_000_000],
      [
        'what is left of the cap, the same award not counted twice',
        {},
        {
          awardedToEnterprise: 4_000_000,
          awardedForItem: 4_000_000,
        },
        6_000_000,
      ],
      ['nothing once the enterprise’s cap is used up', {}, { awardedToEnterprise: 10_000_000 }, 0],
    ];
    test.each(cases)('%s', (_, answers, facts, fen) => {
      const record = evaluate(startupGrant, { ...good, ...answers }, facts);
      expect(record.amount).toBe(fen);
      expect(termsOf(record).grant).toBe(fen);
    });
  });

  test('is short enough for a phone: six steps at most', () => {
    expect(startupGrant.form.sections.length).toBeLessThanOrEqual(6);
  });
});
