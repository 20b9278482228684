import { describe, expect, test } from 'vitest';
import { gloveMakerPremises } from '../../infra/local/demo/glove-maker.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { rentFreePremises } from '../../shared/programmes/county/rent-free-premises.ts';
import { evaluate, favourableFacts, someDay, termsOf } from '../support/evaluate.ts';
import { standingCases, testRules } from '../support/rule-table.ts';

const good = gloveMakerPremises('changan-phase-2', someDay);
const premises = (change: Partial<typeof favourableFacts.premises>) => ({
  premises: { ...favourableFacts.premises, ...change },
});

describe('rent-free premises', () => {
  testRules(rentFreePremises, good, {
    'registers-in-county': [
      ['registered or committed', { answers: { registersInCounty: true } }, 'met'],
      ['neither', { answers: { registersInCounty: false } }, 'not-met'],
    ],
    'clean-trade': [
      ['clean', { answers: { restrictedTrade: false } }, 'met'],
      ['restricted', { answers: { restrictedTrade: true } }, 'not-met'],
    ],
    'premises-in-inventory': [
      ['in the inventory', {}, 'met'],
      ['unknown', { facts: premises({ known: false }) }, 'not-met'],
    ],
    'area-is-free': [
      ['all that is free', { answers: { areaWanted: 2_000_00 } }, 'met'],
      ['0.01 m² more', { answers: { areaWanted: 2_000_01 } }, 'not-met'],
      ['nothing is free', { facts: premises({ freeArea: 0 }) }, 'not-met'],
    ],
    'enough-jobs': [
      ['ten', { answers: { plannedJobs: 10, plannedPoorJobs: 4 } }, 'met'],
      ['nine', { answers: { plannedJobs: 9, plannedPoorJobs: 4 } }, 'not-met'],
    ],
    'enough-poor-jobs': [
      ['a third of twelve', { answers: { plannedJobs: 12, plannedPoorJobs: 4 } }, 'met'],
      ['less than a third of twelve', { answers: { plannedJobs: 12, plannedPoorJobs: 3 } }, 'not-met'],
      ['a third of a thousand, rounded', { answers: { plannedJobs: 1000, plannedPoorJobs: 334 } }, 'met'],
      ['333 of a thousand', { answers: { plannedJobs: 1000, plannedPoorJobs: 333 } }, 'not-met'],
    ],
    'poor-within-all': [
      ['all of them', { answers: { plannedJobs: 10, plannedPoorJobs: 10 } }, 'met'],
      ['more than all', { answers: { plannedJobs: 10, plannedPoorJobs: 11 } }, 'not-met'],
    ],
    'not-given-before': [
      ['not before', { facts: { taken: { 'person-premises-once': 0 } } }, 'met'],
      ['before', { facts: { taken: { 'person-premises-once': 1 } } }, 'not-met'],
    ],
    ...standingCases,
    'starts-ahead': [
      ['today', { answers: { startsOn: someDay } }, 'met'],
      ['yesterday', { answers: { startsOn: '2026-11-22' } }, 'not-met'],
    ],
    'fire-and-environment': [
      ['both under way', { answers: { fireStatus: 'in-progress', environmentStatus: 'in-progress' } }, 'met'],
      ['fire safety not begun', { answers: { fireStatus: 'not-begun' } }, 'not-met'],
      ['environment not begun', { answers: { environmentStatus: 'not-begun' } }, 'not-met'],
    ],
    'code-of-county': [
      ['registered here', {}, 'met'],
      ['not registered yet', { answers: { applicantType: 'preparing', creditCode: '' } }, 'met'],
      ['registered elsewhere', { answers: { creditCode: '91350100M000100Y43' } }, 'not-met'],
    ],
  });

  describe('the value foregone', () => {
    const cases: readonly [what: string, answers: Answers, terms: Record<string, number>][] = [
      ['in full for 36 months', {}, { months: 36, monthlyValue: 1_600_000, valueForegone: 57_600_000 }],
      [
        'in part: 40 %',
        { shareWanted: 40_00 },
        { share: 40_00, monthlyValue: 640_000, valueForegone: 23_040_000 },
      ],
      ['for one month', { monthsWanted: 1 }, { months: 1, valueForegone: 1_600_000 }],
      ['no longer than the policy allows', { monthsWanted: 37 }, { months: 36 }],
      ['no more floor than is free', { areaWanted: 3_000_00 }, { area: 2_000_00 }],
      [
        'a month’s fraction of a fen is dropped',
        { areaWanted: 1_01, shareWanted: 33_33, monthsWanted: 2 },
        {
          monthlyRent: 808,
          monthlyValue: 269,
          valueForegone: 538,
        },
      ],
    ];
    test.each(cases)('%s', (_, answers, terms) => {
      expect(termsOf(evaluate(rentFreePremises, { ...good, ...answers }))).toMatchObject(terms);
    });
  });
});
