import { addCalendarDays, addMonths } from '../../shared/calendar/date.ts';
import type { ProtectedAnswers } from '../../shared/forms/answers.ts';
import { areaToGive } from '../../shared/premises/floor-area.ts';
import type { Unit } from '../../shared/premises/unit.ts';
import type { Benefit } from '../../shared/programmes/programme.ts';
import type { EvaluationRecord, Facts } from '../../shared/rules/evaluation.ts';
import type { Appraisal } from '../../shared/workflow/context.ts';

/** The unit an application asks for and the first day it wishes for, as far as they are answered. */
export function premisesWanted(
  benefit: Benefit,
  answers: ProtectedAnswers,
): NonNullable<Appraisal['premises']> | undefined {
  if (benefit.kind !== 'premises') return undefined;
  const [unit, startsOn] = [answers[benefit.unit], answers[benefit.startsOn]];
  return typeof unit === 'string' && typeof startsOn === 'string' ? { unit, startsOn } : undefined;
}

/** What the rules are told of the unit; `freeArea` in 0.01 m². */
export const premisesFacts = (unit: Unit | undefined, freeArea: number): Facts['premises'] => ({
  known: unit !== undefined && unit.offer !== 'out-of-use',
  freeArea,
  referenceRent: unit?.referenceRent ?? 0,
  rentSource: unit?.rentSource ?? '',
});

/**
 * Area in 0.01 m² that is free over the months wanted, from the day wished for or today if that is over. For
 * how many months, the rules have reckoned in `evaluation`.
 */
export function freeArea(
  unit: Unit,
  benefit: Extract<Benefit, { kind: 'premises' }>,
  answers: ProtectedAnswers,
  { terms, facts: { today } }: EvaluationRecord,
): number {
  const wished = premisesWanted(benefit, answers)?.startsOn ?? today;
  const months = terms.find(({ name }) => name === benefit.months)?.value;
  const from = wished > today ? wished : today;
  const to = typeof months === 'number' && months > 0 ? addCalendarDays(addMonths(from, months), -1) : from;
  return areaToGive(unit, from, to);
}
