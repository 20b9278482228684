import type { Answers } from '../../../shared/forms/answers.ts';
import { type Form, fieldsOf } from '../../../shared/forms/field.ts';
import { shapeField } from '../../../shared/forms/value-shape.ts';

/**
 * What an earlier application said of the enterprise, for the fields of a new form that ask the same: fields
 * with the same `prefill` and type. Documents are not carried over; they are of their day.
 */
export function prefillAnswers(
  form: Form,
  earlier: Form,
  answers: Readonly<Record<string, unknown>>,
): Answers {
  const stated = new Map(
    fieldsOf(earlier).flatMap((field) => (field.prefill === undefined ? [] : [[field.prefill, field]])),
  );
  return Object.fromEntries(
    fieldsOf(form).flatMap((field) => {
      const source = field.prefill === undefined ? undefined : stated.get(field.prefill);
      if (source?.type !== field.type || field.type === 'document') return [];
      const { value } = shapeField(field, answers[source.id]);
      return value === undefined ? [] : [[field.id, value]];
    }),
  );
}
