import { isProtectedValue, type ProtectedAnswers, type ProtectedAnswerValue } from '../forms/answers.ts';
import { type Field, fieldsOf } from '../forms/field.ts';
import type { Programme } from '../programmes/programme.ts';

/** An application as far as it is compared. */
export type Compared = { readonly programme: Programme; readonly answers: ProtectedAnswers };

export type ComparedField = {
  readonly field: Field;
  /** Masked where personal; absent when not answered. */
  readonly mine?: string | number | boolean;
  readonly theirs?: string | number | boolean;
  readonly same: boolean;
};

const shown = (value: ProtectedAnswerValue | undefined): string | number | boolean | undefined =>
  isProtectedValue(value) ? value.masked : typeof value === 'object' ? undefined : value;

const isSame = (one: ProtectedAnswerValue | undefined, other: ProtectedAnswerValue | undefined): boolean =>
  isProtectedValue(one) && isProtectedValue(other) ? one.key === other.key : one === other;

/**
 * Two applications side by side, question by question, as far as both forms ask the same with one value. Two
 * masked values are the same when what they hide is.
 */
export function compareApplications(mine: Compared, theirs: Compared): readonly ComparedField[] {
  const asked = new Map(fieldsOf(theirs.programme.form).map((field) => [field.id, field]));
  return fieldsOf(mine.programme.form).flatMap((field) => {
    const [one, other] = [mine.answers[field.id], theirs.answers[field.id]];
    const [ours, others] = [shown(one), shown(other)];
    const comparable =
      asked.get(field.id)?.type === field.type && (ours !== undefined || others !== undefined);
    if (!comparable) return [];
    return [
      {
        field,
        ...(ours !== undefined && { mine: ours }),
        ...(others !== undefined && { theirs: others }),
        same: isSame(one, other),
      },
    ];
  });
}

/** What a pair was found to be: the same applicant or thing, or unrelated. */
export const duplicateVerdicts = ['same', 'unrelated'] as const;
export type DuplicateVerdict = (typeof duplicateVerdicts)[number];
