import type { ProtectedAnswers } from '../forms/answers.ts';
import type { Programme } from '../programmes/programme.ts';
import { evaluateProgramme } from './evaluate-programme.ts';
import type { EvaluationRecord } from './evaluation.ts';

/** Where a replay disagrees with the record; a value is absent where one of the two has none. */
export type Difference = {
  readonly kind: 'term' | 'rule' | 'outcome' | 'amount';
  /** Term name or rule id; of outcome and amount the same word again. */
  readonly name: string;
  readonly recorded?: string | number | boolean;
  readonly replayed?: string | number | boolean;
};

/**
 * Evaluates again what was evaluated then: same programme version, same answers, the facts kept in the
 * record. No differences means that the recorded outcome follows from them.
 */
export function replay(
  programme: Programme,
  answers: ProtectedAnswers,
  recorded: EvaluationRecord,
): readonly Difference[] {
  const replayed = evaluateProgramme(programme, answers, recorded.facts, recorded.revisionDigest);
  return [
    ...compare('term', termsOf(recorded), termsOf(replayed)),
    ...compare('rule', rulesOf(recorded), rulesOf(replayed)),
    ...compare('outcome', { outcome: recorded.outcome }, { outcome: replayed.outcome }),
    ...compare('amount', { amount: recorded.amount }, { amount: replayed.amount }),
  ];
}

type Values = Readonly<Record<string, string | number | boolean>>;

const termsOf = ({ terms }: EvaluationRecord): Values =>
  Object.fromEntries(terms.map(({ name, value }) => [name, value]));

const rulesOf = ({ rules }: EvaluationRecord): Values =>
  Object.fromEntries(rules.map(({ id, result }) => [id, result]));

function compare(kind: Difference['kind'], recorded: Values, replayed: Values): readonly Difference[] {
  const names = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
  return [...names].flatMap((name) => {
    const [before, after] = [recorded[name], replayed[name]];
    if (before === after) return [];
    return [
      {
        kind,
        name,
        ...(before !== undefined && { recorded: before }),
        ...(after !== undefined && { replayed: after }),
      },
    ];
  });
}
