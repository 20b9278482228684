import type { ProtectedAnswers } from '../forms/answers.ts';
import {
  type Field,
  type Form,
  fieldsOf,
  isSensitive,
  type ScalarField,
  type SensitiveType,
} from '../forms/field.ts';
import type { FormFault } from '../forms/form-faults.ts';
import type { EvaluateCondition } from '../forms/visibility.ts';
import { mask } from '../identity/masking.ts';
import { ageOn, residentIdFault } from '../identity/resident-id.ts';
import { type Cel, celEnvironment } from './cel.ts';
import type { CelType } from './cel-values.ts';

/**
 * How a form looks to rules. Each field is a variable of its id:
 *
 * | field                                         | in rules                                         |
 * |-----------------------------------------------|--------------------------------------------------|
 * | text, choice, date, credit code, town, …      | `string` (dates `YYYY-MM-DD`, compare with `<`)   |
 * | integer, money (fen), percentage, area        | `int`                                            |
 * | yes-no                                        | `bool`                                           |
 * | choices, document                             | `list<string>`                                   |
 * | table                                         | list of records, one field per column            |
 * | mobile, bank account, person name             | record `{masked, key}`                           |
 * | resident ID                                   | record `{masked, key, age}`                      |
 *
 * An unanswered field has its type's zero; `answered.<id>` (a bool per field) tells zero from nothing.
 * Sensitive plain text never reaches a rule: two values are the same when their `key`s are.
 */
const protectedText: CelType = { record: 'ProtectedText', fields: { masked: 'string', key: 'string' } };
const protectedId: CelType = {
  record: 'ProtectedId',
  fields: { masked: 'string', key: 'string', age: 'int' },
};

function scalarType(field: ScalarField): CelType {
  switch (field.type) {
    case 'integer':
    case 'money':
    case 'percentage':
    case 'area':
      return 'int';
    case 'yes-no':
      return 'bool';
    case 'resident-id':
      return protectedId;
    case 'mobile':
    case 'bank-account':
    case 'person-name':
      return protectedText;
    default:
      return 'string';
  }
}

function fieldType(field: Field): CelType {
  switch (field.type) {
    case 'premises':
      return 'string';
    case 'choices':
    case 'document':
      return { list: 'string' };
    case 'table':
      return { list: rowType(field) };
    default:
      return scalarType(field);
  }
}

/** The record type of a table's rows: also the type of `row` where a rule looks at one row. */
export const rowType = (table: Extract<Field, { type: 'table' }>): CelType => ({
  record: `${table.id.charAt(0).toUpperCase()}${table.id.slice(1)}Row`,
  fields: Object.fromEntries(table.columns.map((column) => [column.id, scalarType(column)])),
});

/** The variables a form declares; rules add theirs (facts, parameters, terms) beside them. */
export function formVariables(form: Form): Readonly<Record<string, CelType>> {
  const fields = fieldsOf(form);
  return {
    ...Object.fromEntries(fields.map((field) => [field.id, fieldType(field)])),
    answered: {
      record: 'Answered',
      fields: Object.fromEntries(fields.map((field) => [field.id, 'bool' as const])),
    },
  };
}

/**
 * The values of those variables. Protected answers go in as they are. Of plain answers (a form being filled
 * in, where no key is at hand) a sensitive value is its own key, which serves comparison and leaves nothing
 * behind, and its age is reckoned on `today`. With `only`, nothing else is converted: a long roster need not be for
 * an expression that does not mention it.
 */
export function formValues(
  form: Form,
  answers: ProtectedAnswers,
  today: string,
  only?: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const given = fieldsOf(form).filter(({ id }) => Object.hasOwn(answers, id) && (only?.has(id) ?? true));
  return {
    ...Object.fromEntries(given.map((field) => [field.id, fieldValue(field, answers[field.id], today)])),
    answered: Object.fromEntries(given.map((field) => [field.id, true])),
  };
}

function fieldValue(field: Field, value: unknown, today: string): unknown {
  if (isSensitive(field.type)) return sensitiveValue(field.type, value, today);
  if (field.type !== 'table' || !Array.isArray(value)) return value;
  const columns = field.columns.flatMap((column) =>
    isSensitive(column.type) ? [[column.id, column.type] as const] : [],
  );
  return value.map((row: Readonly<Record<string, unknown>>) => {
    const plain = columns.filter(([id]) => typeof row[id] === 'string');
    // Rows of a revision are protected already.
    return plain.length === 0
      ? row
      : {
          ...row,
          ...Object.fromEntries(plain.map(([id, type]) => [id, sensitiveValue(type, row[id], today)])),
        };
  });
}

function sensitiveValue(type: SensitiveType, value: unknown, today: string): unknown {
  if (typeof value !== 'string') return value;
  const hasAge = type === 'resident-id' && residentIdFault(value) === undefined;
  return { masked: mask(type, value), key: value, ...(hasAge && { age: ageOn(value, today) }) };
}

/** Answers the conditions of a form. One that fails while running counts as not met. */
export function formConditions(form: Form, today: string): EvaluateCondition {
  const cel = environmentOf(form);
  return (expression, answers) => {
    const mentioned = cel.mentioned(expression);
    const result = cel.evaluate(
      expression,
      cel.scope(formValues(form, answers, today, mentioned), mentioned),
    );
    return result.ok && result.value === true;
  };
}

/** One environment per form definition; definitions never change once parsed. */
const environments = new WeakMap<Form, Cel>();

function environmentOf(form: Form): Cel {
  const known = environments.get(form) ?? celEnvironment(formVariables(form));
  environments.set(form, known);
  return known;
}

/**
 * What is wrong with the conditions of a form: each must be of type bool and may name only what stands above
 * its field, so that one reading from top to bottom decides what is visible.
 */
export function conditionFaults(form: Form): readonly FormFault[] {
  const faults: FormFault[] = [];
  const above: Field[] = [];
  const look = (expression: boolean | string | undefined, path: FormFault['path']): void => {
    if (typeof expression !== 'string') return;
    const check = celEnvironment(formVariables(formOf(above))).check(expression);
    if (!check.valid) faults.push({ path, message: check.problem });
    else if (check.type !== 'bool')
      faults.push({ path, message: `a condition is yes or no, not ${check.type}` });
  };
  form.sections.forEach((section, s) => {
    look(section.visibleWhen, ['sections', s, 'visibleWhen']);
    section.fields.forEach((field, f) => {
      look(field.visibleWhen, ['sections', s, 'fields', f, 'visibleWhen']);
      look(field.required, ['sections', s, 'fields', f, 'required']);
      above.push(field);
    });
  });
  return faults;
}

const formOf = (fields: readonly Field[]): Form => ({
  sections: [{ id: 'above', title: { zh: '上文', en: 'Above' }, fields: [...fields] }],
});
