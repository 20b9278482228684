import type { ProtectedAnswers } from '../forms/answers.ts';
import type { Obligation, Programme } from '../programmes/programme.ts';
import type { EvaluationRecord } from './evaluation.ts';
import { formValues } from './form-environment.ts';
import { environmentFor, parameterValues, reportVariables, termValues } from './programme-environment.ts';

/** Where the award stands: fen paid (or value given) so far, and its months. */
export type AwardSoFar = {
  readonly paid: number;
  readonly monthsLeft: number;
  readonly monthsTotal: number;
};

export type ReportJudgement = {
  /** `unclear` when the expression fails on this report: an officer has to look. */
  readonly kept: 'yes' | 'no' | 'unclear';
  /** Fen that would be recovered on breach: never negative, never more than was paid. */
  readonly recovery: number;
};

/**
 * Judges an enterprise's report on an obligation under the programme version of its award. `record` is the
 * evaluation the award was decided on: its terms say what was promised. Advice, like every evaluation.
 */
export function evaluateReport(
  programme: Programme,
  obligation: Obligation,
  record: EvaluationRecord,
  report: ProtectedAnswers,
  award: AwardSoFar,
  today: string,
): ReportJudgement {
  const cel = environmentFor(programme, `report ${obligation.id}`, () =>
    reportVariables(programme, obligation.form),
  );
  const scope = cel.scope({
    ...(obligation.form && formValues(obligation.form, report, today)),
    ...parameterValues(programme),
    ...termValues(record),
    ...award,
  });
  const kept = obligation.keptWhen === undefined ? undefined : cel.evaluate(obligation.keptWhen, scope);
  const recovery = obligation.recovery === undefined ? undefined : cel.evaluate(obligation.recovery, scope);
  const due = recovery?.ok && typeof recovery.value === 'number' ? recovery.value : 0;
  return {
    kept: kept?.ok && typeof kept.value === 'boolean' ? (kept.value ? 'yes' : 'no') : 'unclear',
    recovery: Math.min(award.paid, Math.max(0, due)),
  };
}
