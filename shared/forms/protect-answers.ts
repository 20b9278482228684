import { mask } from '../identity/masking.ts';
import { ageOn, residentIdFault } from '../identity/resident-id.ts';
import {
  type Answers,
  type AnswerValue,
  isProtectedValue,
  isRows,
  type ProtectedAnswers,
  type ProtectedAnswerValue,
  type ProtectedRow,
  type ProtectedScalar,
  type ProtectedValue,
  type ScalarAnswer,
  type Secrets,
} from './answers.ts';
import {
  type Field,
  type Form,
  fieldsOf,
  isSensitive,
  type ScalarField,
  type SensitiveType,
} from './field.ts';
import { pointerTo } from './pointer.ts';

export type Protection = {
  /**
   * Keyed HMAC of a sensitive value, as text. The type is given so that the caller can keep kinds apart: the
   * same digits as a mobile and as an account are not the same person.
   */
  readonly keyOf: (type: SensitiveType, value: string) => string;
  /** The day on which ages are reckoned, Asia/Shanghai. */
  readonly today: string;
};

export type Protected = { readonly answers: ProtectedAnswers; readonly secrets: Secrets };

/** Parts answers into what may be stored and read in the open and the plain texts that may not. */
export function protectAnswers(form: Form, answers: Answers, protection: Protection): Protected {
  const secrets: Record<string, string> = {};

  const protectScalar = (
    field: ScalarField | Field,
    value: ScalarAnswer,
    ...place: readonly (string | number)[]
  ): ProtectedScalar => {
    if (!isSensitive(field.type) || typeof value !== 'string') return value;
    secrets[pointerTo(...place)] = value;
    return protectValue(field.type, value, protection);
  };

  const protectAnswer = (field: Field, value: AnswerValue): ProtectedAnswerValue => {
    if (typeof value !== 'object') return protectScalar(field, value, field.id);
    if (field.type !== 'table' || !isRows(value)) return value;
    return value.map((row, index) => {
      const kept: Record<string, ProtectedScalar> = {};
      for (const column of field.columns) {
        const cell = row[column.id];
        if (cell !== undefined) kept[column.id] = protectScalar(column, cell, field.id, index, column.id);
      }
      return kept;
    });
  };

  const kept = fieldsOf(form).flatMap((field) => {
    const value = answers[field.id];
    return value === undefined ? [] : [[field.id, protectAnswer(field, value)] as const];
  });
  return { answers: Object.fromEntries(kept), secrets };
}

function protectValue(type: SensitiveType, value: string, { keyOf, today }: Protection): ProtectedValue {
  const hasAge = type === 'resident-id' && residentIdFault(value) === undefined;
  return { masked: mask(type, value), key: keyOf(type, value), ...(hasAge && { age: ageOn(value, today) }) };
}

/**
 * Puts plain texts back where `allow` says so; what may not be seen, or has no secret, stays protected. With
 * everything allowed this undoes `protectAnswers`.
 */
export function restoreAnswers(
  answers: ProtectedAnswers,
  secrets: Secrets,
  allow: (pointer: string) => boolean,
): ProtectedAnswers {
  const restore = (value: ProtectedScalar, ...place: readonly (string | number)[]): ProtectedScalar => {
    if (!isProtectedValue(value)) return value;
    const pointer = pointerTo(...place);
    return Object.hasOwn(secrets, pointer) && allow(pointer) ? (secrets[pointer] ?? value) : value;
  };
  const restoreRow = (row: ProtectedRow, table: string, index: number): ProtectedRow =>
    Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, restore(cell, table, index, id)]));
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => {
      if (isRows(value)) return [id, value.map((row, index) => restoreRow(row, id, index))];
      return [id, isList(value) ? value : restore(value, id)];
    }),
  );
}

const isList = (value: ProtectedAnswerValue): value is readonly string[] | readonly ProtectedRow[] =>
  Array.isArray(value);
