import { isRows, type ProtectedAnswers, type ProtectedAnswerValue } from '../forms/answers.ts';
import { type Field, fieldsOf, isSensitive } from '../forms/field.ts';
import { townByCode } from '../identity/town.ts';
import { formatDate, formatInteger, inBoth } from '../language/format.ts';
import { formatQuantity, type Quantity } from '../language/quantity.ts';
import { type Text, text } from '../language/text.ts';
import type { Programme } from '../programmes/programme.ts';
import type { EvaluationRecord, Facts } from './evaluation.ts';
import { parameterValues, termValues } from './programme-environment.ts';

/** A value an expression goes by, for people: what it is called and what it was. */
export type NamedValue = { readonly label: Text; readonly value: Text };

const quantity = (value: Quantity['value'], unit: Quantity['unit']): Text =>
  inBoth((locale) => formatQuantity({ value, unit }, locale));
const date = (value: string): Text => inBoth((locale) => formatDate(value, locale));

type Fact = { readonly label: Text; readonly of: (facts: Facts) => Text };

/** Facts that are one value; those a rule only asks yes or no are said by the rule's own label. */
const facts: Readonly<Record<string, Fact>> = {
  today: { label: text('核算日期', 'Day of the reckoning'), of: ({ today }) => date(today) },
  fundAvailable: {
    label: text('资金池余额', 'What the fund still has'),
    of: ({ fundAvailable }) => quantity(fundAvailable, 'fen'),
  },
  awardedForItem: {
    label: text('系统记录的同一项目补助', 'On record for the same item'),
    of: ({ awardedForItem }) => quantity(awardedForItem, 'fen'),
  },
  awardedToEnterprise: {
    label: text('该企业累计已获补助', 'Awarded to the enterprise so far'),
    of: ({ awardedToEnterprise }) => quantity(awardedToEnterprise, 'fen'),
  },
  freeArea: {
    label: text('厂房空余面积', 'Floor area free there'),
    of: ({ premises }) => quantity(premises.freeArea, 'area'),
  },
  referenceRent: {
    label: text('参考租金', 'Reference rent'),
    of: ({ premises }) => quantity(premises.referenceRent, 'fen-per-area-month'),
  },
};
export const factNames: readonly string[] = Object.keys(facts);

/** An answer in a few words; undefined for personal data and for what has no short form. */
function answerInWords(field: Field, value: ProtectedAnswerValue | undefined): Text | undefined {
  if (value === undefined || isSensitive(field.type)) return undefined;
  if (typeof value === 'boolean') return quantity(value, 'yes-no');
  if (isRows(value))
    return inBoth((locale) => `${formatInteger(value.length)} ${locale === 'zh' ? '行' : 'rows'}`);
  if (typeof value === 'number') {
    if (field.type === 'money') return quantity(value, 'fen');
    if (field.type === 'percentage') return quantity(value, 'percent');
    if (field.type === 'area') return quantity(value, 'area');
    const unit = field.type === 'integer' ? field.unit : undefined;
    return inBoth((locale) => [formatInteger(value), unit?.[locale]].filter(Boolean).join(' '));
  }
  if (typeof value !== 'string') return undefined;
  if (field.type === 'date') return date(value);
  if (field.type === 'choice') return field.options.find((option) => option.value === value)?.label;
  if (field.type === 'town') return townByCode(value)?.name;
  return text(value, value);
}

/**
 * What the expressions of a programme may name, in words, by name; a fact is `facts.today` and so on. Terms that
 * could not be reckoned and answers that are personal data are not there.
 */
export function namedValues(
  programme: Programme,
  record: EvaluationRecord,
  answers: ProtectedAnswers,
): ReadonlyMap<string, NamedValue> {
  const figures = { ...parameterValues(programme), ...termValues(record) };
  return new Map<string, NamedValue>([
    ...Object.entries(facts).map(
      ([name, { label, of }]) => [`facts.${name}`, { label, value: of(record.facts) }] as const,
    ),
    ...fieldsOf(programme.form).flatMap((field) => {
      const value = answerInWords(field, answers[field.id]);
      return value === undefined ? [] : [[field.id, { label: field.label, value }] as const];
    }),
    ...[...programme.parameters, ...programme.terms].flatMap(({ name, label, unit }) => {
      const value = figures[name];
      return value === undefined ? [] : [[name, { label, value: quantity(value, unit) }] as const];
    }),
  ]);
}

const quoted = /"[^"]*"|'[^']*'/g;
const name = /(?<![.\w])(?:facts\.(?:premises\.)?)?[a-zA-Z]\w*/g;

/** The values an expression names, in the order in which it does, each once. */
export function valuesNamedIn(
  expression: string,
  values: ReadonlyMap<string, NamedValue>,
): readonly NamedValue[] {
  const names = expression.replaceAll(quoted, '').match(name) ?? [];
  return [...new Set(names.map((found) => found.replace('facts.premises.', 'facts.')))].flatMap((found) => {
    const value = values.get(found);
    return value === undefined ? [] : [value];
  });
}
