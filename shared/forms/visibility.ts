import type { ProtectedAnswers } from './answers.ts';
import type { Field, Form, Section } from './field.ts';

/** Says whether a CEL condition holds for these answers (see rules/form-environment.ts). */
export type EvaluateCondition = (expression: string, answers: ProtectedAnswers) => boolean;

export type AskedField = { readonly section: Section; readonly field: Field; readonly required: boolean };

/**
 * The fields a form asks for, given these answers, with whether each is required. Decided in one reading from
 * top to bottom: a condition sees what stands above it, and of that only what is itself asked for.
 */
export function askedFields(
  form: Form,
  answers: ProtectedAnswers,
  evaluateCondition: EvaluateCondition,
): readonly AskedField[] {
  const asked: AskedField[] = [];
  const above: Record<string, ProtectedAnswers[string]> = {};
  const holds = (condition: string | undefined): boolean =>
    condition === undefined || evaluateCondition(condition, above);
  for (const section of form.sections) {
    if (!holds(section.visibleWhen)) continue;
    for (const field of section.fields) {
      if (!holds(field.visibleWhen)) continue;
      const required = typeof field.required === 'string' ? holds(field.required) : field.required;
      asked.push({ section, field, required });
      const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
      if (answer !== undefined) above[field.id] = answer;
    }
  }
  return asked;
}
