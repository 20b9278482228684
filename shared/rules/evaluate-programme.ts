import type { ProtectedAnswers } from '../forms/answers.ts';
import type { Programme, Rule, Term } from '../programmes/programme.ts';
import type { Cel, Scope } from './cel.ts';
import type { EvaluationRecord, Facts } from './evaluation.ts';
import { ruleEnvironment, startingScope } from './programme-environment.ts';

/**
 * Reckons a programme's terms in order, then judges its rules. Advice for the people who decide, kept whole
 * in the event so that `replay` can repeat it years later from the event, the revision and the pinned
 * programme alone.
 *
 * - A term whose expression fails (a division by zero, a number too large) is left out of the record, and
 *   what builds on it fails too; a rule that fails is an `error`, never a crash and never met.
 * - `eligible` needs every `must` rule met and the amount reckoned.
 * - `amount` is the benefit's amount term in fen, never negative: of money what may be paid, of premises the
 *   value foregone.
 */
export function evaluateProgramme(
  programme: Programme,
  answers: ProtectedAnswers,
  facts: Facts,
  revisionDigest: string,
): EvaluationRecord {
  const cel = ruleEnvironment(programme);
  const scope = startingScope(programme, answers, facts);
  const terms = reckonTerms(cel, programme.terms, scope);
  const rules = programme.rules.map((rule) => ({ id: rule.id, result: judge(cel, rule, scope) }));
  const amount = terms.find(({ name }) => name === programme.benefit.amount)?.value;
  const eligible =
    typeof amount === 'number' &&
    programme.rules.every(({ weight }, index) => weight !== 'must' || rules[index]?.result === 'met');
  return {
    programme: programme.id,
    version: programme.version,
    revisionDigest,
    facts,
    terms,
    rules,
    outcome: eligible ? 'eligible' : 'not-eligible',
    amount: typeof amount === 'number' ? Math.max(0, amount) : 0,
  };
}

type ReckonedTerm = EvaluationRecord['terms'][number];

/** Each term is set in the scope for those after it, and for the rules. */
function reckonTerms(cel: Cel, terms: readonly Term[], scope: Scope): ReckonedTerm[] {
  const reckoned: ReckonedTerm[] = [];
  for (const { name, expression } of terms) {
    const result = cel.evaluate(expression, scope);
    if (!result.ok || typeof result.value === 'object') continue;
    reckoned.push({ name, value: result.value });
    cel.set(scope, name, result.value);
  }
  return reckoned;
}

function judge(cel: Cel, rule: Rule, scope: Scope): 'met' | 'not-met' | 'error' {
  const result = cel.evaluate(rule.expression, scope);
  if (!result.ok || typeof result.value !== 'boolean') return 'error';
  return result.value ? 'met' : 'not-met';
}
