import type { Programme } from '../programmes/programme.ts';
import type { EvaluationRecord } from './evaluation.ts';
import { environmentFor, parameterValues, stageVariables, termValues } from './programme-environment.ts';

/**
 * Whether a stage is to be gone through with this amount in fen (proposed, or computed before anyone
 * proposed). A condition that cannot be answered keeps the stage: better one review too many than one too
 * few. Throws when the programme has no such stage.
 */
export function stageApplies(
  programme: Programme,
  stageId: string,
  record: EvaluationRecord,
  amount: number,
): boolean {
  const stage = programme.stages.find(({ id }) => id === stageId);
  if (stage === undefined) throw new Error(`${programme.id} has no stage ${stageId}`);
  if (stage.when === undefined) return true;
  if (record.terms.length < programme.terms.length) return true;
  const cel = environmentFor(programme, 'stages', () => stageVariables(programme));
  const scope = cel.scope({
    ...parameterValues(programme),
    ...termValues(record),
    facts: record.facts,
    amount,
  });
  const result = cel.evaluate(stage.when, scope);
  return !result.ok || result.value !== false;
}
