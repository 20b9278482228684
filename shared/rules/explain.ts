import type { ExplanationDto } from '../api/dto/common.ts';
import type { ProtectedAnswers } from '../forms/answers.ts';
import { inBoth } from '../language/format.ts';
import { fillQuantities } from '../language/quantity.ts';
import { fill, type Text, text } from '../language/text.ts';
import type { Programme, Rule } from '../programmes/programme.ts';
import type { EvaluationRecord } from './evaluation.ts';
import { type NamedValue, namedValues, valuesNamedIn } from './named-values.ts';
import { parameterValues, termValues } from './programme-environment.ts';

const notAnswerable = text(
  '此项按现有内容无法判定，请核对所填内容。',
  'This cannot be judged from the answers given; please check them.',
);

/**
 * An evaluation for people: every term with label, unit, value, expression and how it came about in words, every
 * rule with its result, the values it went by, its basis and, unless it is met, what is wrong. A term that could
 * not be reckoned is not listed. Reads the record, the programme version it was made under, and of the revision's
 * answers those that are no personal data.
 */
export function explain(
  record: EvaluationRecord,
  programme: Programme,
  answers: ProtectedAnswers,
): ExplanationDto {
  const values = termValues(record);
  const named = namedValues(programme, record, answers);
  return {
    outcome: record.outcome,
    amount: record.amount,
    terms: programme.terms.flatMap(({ name, label, unit, expression, inWords }) => {
      const value = values[name];
      if (value === undefined) return [];
      const said = filled(inWords, named) ?? listOf(valuesNamedIn(expression, named));
      return [{ name, label, unit, value, expression, ...(said && { inWords: said }) }];
    }),
    rules: programme.rules.map((rule) => {
      const result = record.rules.find(({ id }) => id === rule.id)?.result ?? 'error';
      return {
        id: rule.id,
        label: rule.label,
        result,
        weight: rule.weight,
        basis: basisOf(programme, rule.basis),
        expression: rule.expression,
        goesBy: valuesNamedIn(rule.expression, named).map(({ label, value }) => ({ label, value })),
        ...(result !== 'met' && {
          failure: result === 'error' ? notAnswerable : failureOf(rule, programme, record),
        }),
      };
    }),
  };
}

/** A term's words with its slots filled; undefined when there are none, or something they name was not answered. */
function filled(words: Text | undefined, named: ReadonlyMap<string, NamedValue>): Text | undefined {
  if (words === undefined) return undefined;
  const said = inBoth((locale) => {
    const values = [...named].map(([name, { value }]) => [name.replace('facts.', ''), value[locale]]);
    return fill(words, Object.fromEntries(values))[locale];
  });
  return /\{\w+\}/.test(said.zh) ? undefined : said;
}

/** The several values a term goes by, one after the other, where the document has no words for it. */
const listOf = (values: readonly NamedValue[]): Text | undefined =>
  values.length < 2
    ? undefined
    : inBoth((locale) =>
        values
          .map(({ label, value }) => `${label[locale]} ${value[locale]}`)
          .join(locale === 'zh' ? '；' : '; '),
      );

/** A legal basis as letters cite it: title, then clause. */
function basisOf({ legalBases }: Programme, id: string): Text {
  const basis = legalBases.find((candidate) => candidate.id === id);
  if (basis === undefined) throw new Error(`there is no legal basis ${id}`);
  return text(`${basis.title.zh}：${basis.clause.zh}`, `${basis.title.en}: ${basis.clause.en}`);
}

function failureOf({ failure, shows = [] }: Rule, programme: Programme, record: EvaluationRecord): Text {
  const values = { ...parameterValues(programme), ...termValues(record) };
  const shown = [...programme.parameters, ...programme.terms].flatMap(({ name, unit }) => {
    const value = values[name];
    return shows.includes(name) && value !== undefined ? [[name, { value, unit }] as const] : [];
  });
  return fillQuantities(failure, Object.fromEntries(shown));
}
