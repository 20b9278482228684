import { type Form, fieldsOf, isSensitive, type SensitiveType } from '../../shared/forms/field.ts';
import { stepsOf } from '../../shared/forms/pointer.ts';

/** The kind of personal data a pointer leads to; undefined where it leads to none. */
export function sensitiveTypeAt(form: Form, pointer: string): SensitiveType | undefined {
  const [id, , column] = stepsOf(pointer);
  const field = fieldsOf(form).find((candidate) => candidate.id === id);
  const type =
    field?.type === 'table' ? field.columns.find((candidate) => candidate.id === column)?.type : field?.type;
  return type !== undefined && isSensitive(type) ? type : undefined;
}
