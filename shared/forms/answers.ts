import * as z from 'zod';

/**
 * A scalar answer. Text, choices' values, codes and dates (`YYYY-MM-DD`) are strings; integers are numbers;
 * money, area and percentages are integers scaled by 100 (fen, 0.01 m², 0.01 %); yes/no is a boolean.
 */
export type ScalarAnswer = string | number | boolean;

/** One row of a table, by column id. */
export type RowAnswer = Readonly<Record<string, ScalarAnswer>>;

/** Several choices and document ids are lists of strings; tables are lists of rows. */
export type AnswerValue = ScalarAnswer | readonly string[] | readonly RowAnswer[];

/** By field id. What was not answered is absent; there is no null and no empty text. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** A sensitive value as everyone but its owner meets it. */
export type ProtectedValue = {
  /** For the eye: `610926********0012`. */
  readonly masked: string;
  /** Keyed HMAC of the value: equal for equal values, and useless without the key. */
  readonly key: string;
  /** Of a resident ID: completed years of age on the day it was protected. */
  readonly age?: number | undefined;
};

export type ProtectedScalar = ScalarAnswer | ProtectedValue;
export type ProtectedRow = Readonly<Record<string, ProtectedScalar>>;
export type ProtectedAnswerValue = ProtectedScalar | readonly string[] | readonly ProtectedRow[];
/** Plain answers are protected answers of which nothing needed protection, as far as types go. */
export type ProtectedAnswers = Readonly<Record<string, ProtectedAnswerValue>>;

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const protectedMembers: ReadonlySet<string> = new Set(['masked', 'key', 'age']);

const isProtectedScalar = (value: unknown): boolean => {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return (
    isMembers(value) &&
    typeof value.masked === 'string' &&
    typeof value.key === 'string' &&
    (value.age === undefined || Number.isSafeInteger(value.age)) &&
    Object.keys(value).every((name) => protectedMembers.has(name))
  );
};

const isAnswer = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every((item) => typeof item === 'string') ||
      value.every((row) => isMembers(row) && Object.values(row).every(isProtectedScalar))
    : isProtectedScalar(value);

/**
 * Answers with every sensitive value replaced: what revisions keep, rules read and reviewers see. Told by hand: a
 * roster is thousands of cells, and as unions of schemas they were a quarter of what opening a case took.
 */
export const ProtectedAnswersSchema = z.custom<ProtectedAnswers>(
  (value) => isMembers(value) && Object.values(value).every(isAnswer),
  'not protected answers',
);

/** Plain texts of the sensitive answers by JSON pointer; encrypted wherever they rest. */
export type Secrets = Readonly<Record<string, string>>;

/** True for the rows of a table, in either form. */
export const isRows = <T extends ProtectedAnswerValue | undefined>(
  value: T,
): value is Extract<T, readonly ProtectedRow[]> =>
  Array.isArray(value) && value.every((row) => typeof row === 'object');

export const isProtectedValue = (value: unknown): value is ProtectedValue =>
  typeof value === 'object' && value !== null && 'masked' in value && 'key' in value;
