import type { FieldError } from '../api/errors.ts';
import { type Answers, type AnswerValue, isRows } from './answers.ts';
import { type Field, type Form, fieldsOf } from './field.ts';
import { type FieldFault, fault, fieldError, missingAnswer } from './field-error.ts';
import { pointerTo } from './pointer.ts';
import { type PlacedFault, tableFaults } from './table-fault.ts';
import { type DateBounds, isId, listFault, scalarFault, textOf } from './value-fault.ts';
import { isObject, shapeField } from './value-shape.ts';
import { type AskedField, askedFields, type EvaluateCondition } from './visibility.ts';

export type ParseContext = {
  /** Asia/Shanghai. */
  readonly today: string;
  /**
   * A draft (false) may be unfinished and wrong: only what is no answer to this form at all is an error
   * (unknown fields, wrong types, texts and tables beyond their limits). Complete answers must be right.
   */
  readonly complete: boolean;
  readonly evaluateCondition: EvaluateCondition;
};

export type ParsedAnswers = {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** The fields that the form asks for, given these answers. */
  readonly asked: readonly AskedField[];
};

/**
 * Reads answers to a form from JSON that may be anything. Answers to fields that are not asked for under the
 * conditions of the form are dropped. The answers given back are well shaped even where errors stand beside
 * them; parsing them again changes nothing. Paths of errors are JSON pointers: `/trainees/3/residentId`.
 */
export function parseAnswers(form: Form, raw: unknown, context: ParseContext): ParsedAnswers {
  if (!isObject(raw))
    return {
      answers: {},
      errors: [fieldError('', fault('not-an-object'))],
      asked: askedFields(form, {}, context.evaluateCondition),
    };
  const fields = fieldsOf(form);
  const known = new Set(fields.map((field) => field.id));
  const shaped = new Map(
    fields.map((field) => [
      field.id,
      shapeField(field, Object.hasOwn(raw, field.id) ? raw[field.id] : undefined),
    ]),
  );
  const given = collect(fields, (field) => shaped.get(field.id)?.value);
  const asked = askedFields(form, given, context.evaluateCondition);
  const answers = collect(
    asked.map(({ field }) => field),
    (field) => given[field.id],
  );

  const unknownErrors = Object.keys(raw)
    .filter((id) => !known.has(id))
    .map((id) => fieldError(pointerTo(id), fault('unknown-field')));
  const errors = asked.flatMap((one) => {
    const misshapen = shaped.get(one.field.id)?.faults ?? [];
    const content = context.complete ? contentFaults(one, answers, misshapen.length > 0, context.today) : [];
    // A cell or row that could not be read is absent: that it is missing is no second error.
    const unread = new Set(misshapen.map(([path]) => path));
    const news = content.filter(([path]) => !unread.has(path) && !unread.has(parentOf(path)));
    return placed(one, [...misshapen, ...news]);
  });
  return { answers, errors: [...unknownErrors, ...errors], asked };
}

/**
 * What would keep answers that `parseAnswers` gave back from being complete: the errors it would name if asked to
 * read them again as such, without the reading.
 */
export const contentErrors = (
  { asked, answers }: Pick<ParsedAnswers, 'asked' | 'answers'>,
  today: string,
): readonly FieldError[] => asked.flatMap((one) => placed(one, contentFaults(one, answers, false, today)));

const placed = ({ field }: AskedField, faults: readonly PlacedFault[]): readonly FieldError[] =>
  faults.map(([path, found]) => fieldError(pointerTo(field.id) + path, found));

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const collect = (fields: readonly Field[], answerOf: (field: Field) => AnswerValue | undefined): Answers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = answerOf(field);
      return value === undefined ? [] : [[field.id, value]];
    }),
  );

function contentFaults(
  { field, required }: AskedField,
  answers: Answers,
  misshapen: boolean,
  today: string,
): readonly PlacedFault[] {
  const value = answers[field.id];
  if (value === undefined) return required && !misshapen ? [['', missingAnswer(field.type)]] : [];
  const bounds: DateBounds = { today, dateOf: (id) => textOf(answers[id]) };
  if (field.type === 'table') return isRows(value) ? tableFaults(field, value, bounds) : [];
  const found = answerFault(field, value, bounds);
  return found ? [['', found]] : [];
}

function answerFault(
  field: Exclude<Field, { type: 'table' }>,
  value: AnswerValue,
  bounds: DateBounds,
): FieldFault | undefined {
  if (field.type === 'choices' || field.type === 'document') {
    return isStrings(value) ? listFault(field, value) : fault('wrong-type');
  }
  if (typeof value === 'object') return fault('wrong-type');
  if (field.type === 'premises') return isId(String(value)) ? undefined : fault('unknown-premises');
  return scalarFault(field, value, bounds);
}

const isStrings = (value: AnswerValue): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
