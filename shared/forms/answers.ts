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
const ProtectedValueSchema = z.strictObject({
  /** For the eye: `610926********0012`. */
  masked: z.string(),
  /** Keyed HMAC of the value: equal for equal values, and useless without the key. */
  key: z.string(),
  /** Of a resident ID: completed years of age on the day it was protected. */
  age: z.int().optional(),
});
export type ProtectedValue = Readonly<z.infer<typeof ProtectedValueSchema>>;

const ProtectedScalarSchema = z.union([z.string(), z.int(), z.boolean(), ProtectedValueSchema]);

/** Answers with every sensitive value replaced: what revisions keep, rules read and reviewers see. */
export const ProtectedAnswersSchema = z.record(
  z.string(),
  z.union([ProtectedScalarSchema, z.array(z.string()), z.array(z.record(z.string(), ProtectedScalarSchema))]),
);
export type ProtectedScalar = ScalarAnswer | ProtectedValue;
export type ProtectedRow = Readonly<Record<string, ProtectedScalar>>;
export type ProtectedAnswerValue = ProtectedScalar | readonly string[] | readonly ProtectedRow[];
/** Plain answers are protected answers of which nothing needed protection, as far as types go. */
export type ProtectedAnswers = Readonly<Record<string, ProtectedAnswerValue>>;

/** Plain texts of the sensitive answers by JSON pointer; encrypted wherever they rest. */
export type Secrets = Readonly<Record<string, string>>;

/** True for the rows of a table, in either form. */
export const isRows = <T extends ProtectedAnswerValue | undefined>(
  value: T,
): value is Extract<T, readonly ProtectedRow[]> =>
  Array.isArray(value) && value.every((row) => typeof row === 'object');

export const isProtectedValue = (value: unknown): value is ProtectedValue =>
  typeof value === 'object' && value !== null && 'masked' in value && 'key' in value;
