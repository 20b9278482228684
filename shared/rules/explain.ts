import type { ExplanationDto } from '../api/dto/common.ts';
import { fillQuantities } from '../language/quantity.ts';
import { type Text, text } from '../language/text.ts';
import type { Programme, Rule } from '../programmes/programme.ts';
import type { EvaluationRecord } from './evaluation.ts';
import { parameterValues, termValues } from './programme-environment.ts';

const notAnswerable = text(
  '此项按现有内容无法判定，请核对所填内容。',
  'This cannot be judged from the answers given; please check them.',
);

/**
 * An evaluation for people: every term with label, unit, value and expression, every rule with its result,
 * its basis and, unless it is met, what is wrong. A term that could not be reckoned is not listed. Reads the
 * record and the programme version it was made under, nothing else.
 */
export function explain(record: EvaluationRecord, programme: Programme): ExplanationDto {
  const values = termValues(record);
  return {
    outcome: record.outcome,
    amount: record.amount,
    terms: programme.terms.flatMap(({ name, label, unit, expression }) => {
      const value = values[name];
      return value === undefined ? [] : [{ name, label, unit, value, expression }];
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
        ...(result !== 'met' && {
          failure: result === 'error' ? notAnswerable : failureOf(rule, programme, record),
        }),
      };
    }),
  };
}

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
