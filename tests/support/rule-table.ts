import { expect, test } from 'vitest';
import type { Answers } from '../../shared/forms/answers.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Facts } from '../../shared/rules/evaluation.ts';
import { evaluate, ruleResult } from './evaluate.ts';

/** What is changed from the good case, and what the rule then says. */
export type RuleCase = readonly [
  description: string,
  change: { readonly answers?: Answers; readonly facts?: Partial<Facts> },
  result: 'met' | 'not-met',
];

/** Tests each rule at its edges, and that no rule is left out or seen from one side only. */
export function testRules(
  programme: Programme,
  good: Answers,
  tables: Readonly<Record<string, readonly RuleCase[]>>,
): void {
  test('every rule is seen both met and not met', () => {
    const seen = Object.entries(tables).filter(
      ([, cases]) => new Set(cases.map(([, , result]) => result)).size === 2,
    );
    expect(seen.map(([id]) => id).sort()).toEqual(programme.rules.map(({ id }) => id).sort());
  });

  for (const [id, cases] of Object.entries(tables)) {
    test.each(cases)(`${id}: %s`, (_, { answers = {}, facts = {} }, result) => {
      const record = evaluate(programme, { ...good, ...answers }, facts);
      expect(ruleResult(record, id)).toBe(result);
      const weight = programme.rules.find((rule) => rule.id === id)?.weight;
      if (result === 'not-met' && weight === 'must') expect(record.outcome).toBe('not-eligible');
    });
  }
}

/** The rules every programme of the county shares. */
export const standingCases = {
  'not-dishonest': [
    ['not listed', {}, 'met'],
    ['listed', { facts: { dishonestyListed: true } }, 'not-met'],
  ],
  'no-open-recovery': [
    ['nothing to pay back', {}, 'met'],
    ['something to pay back', { facts: { openRecovery: true } }, 'not-met'],
  ],
} as const satisfies Readonly<Record<string, readonly RuleCase[]>>;

export const registeredCases: readonly RuleCase[] = [
  ['a company', { answers: { applicantType: 'enterprise' } }, 'met'],
  ['a sole trader', { answers: { applicantType: 'sole-trader' } }, 'met'],
  ['a cooperative', { answers: { applicantType: 'cooperative' } }, 'met'],
  ['still preparing', { answers: { applicantType: 'preparing' } }, 'not-met'],
];

export const payeeCases: readonly RuleCase[] = [
  ['the entity itself', {}, 'met'],
  ['another name', { answers: { payee: '李大勇' } }, 'not-met'],
  ['nearly the same name', { answers: { payee: '平利县嘉鸿手套制品有限公司' } }, 'not-met'],
];
