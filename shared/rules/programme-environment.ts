import type { ProtectedAnswers } from '../forms/answers.ts';
import { fieldsOf } from '../forms/field.ts';
import { precheckForm } from '../programmes/precheck-questions.ts';
import type { Parameter, Programme, Term } from '../programmes/programme.ts';
import { type Cel, celEnvironment, type Scope } from './cel.ts';
import type { CelType } from './cel-values.ts';
import type { EvaluationRecord, Facts } from './evaluation.ts';
import { formValues, formVariables, rowType } from './form-environment.ts';

/**
 * What each kind of expression in a programme document may name:
 *
 * | expression                     | in scope                                                    |
 * |--------------------------------|-------------------------------------------------------------|
 * | a term                         | answers, `answered`, `facts`, parameters, the terms above   |
 * | a rule                         | answers, `answered`, `facts`, parameters, all terms         |
 * | `when` of a stage              | `facts`, parameters, all terms, `amount`                    |
 * | `where` of a once-only key     | answers, `answered`, parameters, `row`                      |
 * | the precheck                   | answers to the shared questions, parameters                 |
 * | `keptWhen`, `recovery`         | answers of the report, parameters, all terms,               |
 * |                                | `paid`, `monthsLeft`, `monthsTotal`                         |
 *
 * A stage's condition sees no answers, so that a decision can pass the case on knowing only the record of
 * its evaluation; what it needs of an answer, a term says.
 */
const factsType = {
  record: 'Facts',
  fields: {
    today: 'string',
    fundAvailable: 'int',
    awardedForItem: 'int',
    awardedToEnterprise: 'int',
    taken: { map: 'int' },
    openRecovery: 'bool',
    dishonestyListed: 'bool',
    premises: {
      record: 'Premises',
      fields: { known: 'bool', freeArea: 'int', referenceRent: 'int', rentSource: 'string' },
    },
  } satisfies Record<keyof Facts, CelType>,
} as const satisfies CelType;

/** Names every programme's expressions know; nothing in a document may bear one of them. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...'answered facts amount row paid monthsLeft monthsTotal today form terms'.split(' '),
]);

type Variables = Readonly<Record<string, CelType>>;

/** The unit says the type: a term's expression must give it, which is checked when publishing. */
export function typeOfUnit(unit: Term['unit']): 'int' | 'bool' | 'string' {
  if (unit === 'yes-no') return 'bool';
  return unit === 'text' ? 'string' : 'int';
}

const parameterVariables = (parameters: readonly Parameter[]): Variables =>
  Object.fromEntries(parameters.map(({ name }) => [name, 'int' as const]));

const termVariables = (terms: readonly Term[]): Variables =>
  Object.fromEntries(terms.map(({ name, unit }) => [name, typeOfUnit(unit)]));

/** For terms and rules; only the first `known` terms are declared when that is given. */
export const ruleVariables = (programme: Programme, known = programme.terms.length): Variables => ({
  ...formVariables(programme.form),
  ...parameterVariables(programme.parameters),
  ...termVariables(programme.terms.slice(0, known)),
  facts: factsType,
});

export const stageVariables = (programme: Programme): Variables => ({
  ...parameterVariables(programme.parameters),
  ...termVariables(programme.terms),
  facts: factsType,
  amount: 'int',
});

/** For the rows of the table `each`; without `row` where there is no such table. */
export function rowVariables(programme: Programme, each: string | undefined): Variables {
  const table = fieldsOf(programme.form).find(({ id }) => id === each);
  return {
    ...formVariables(programme.form),
    ...parameterVariables(programme.parameters),
    ...(table?.type === 'table' && { row: rowType(table) }),
  };
}

export const reportVariables = (
  programme: Programme,
  form: Programme['obligations'][number]['form'],
): Variables => ({
  ...(form && formVariables(form)),
  ...parameterVariables(programme.parameters),
  ...termVariables(programme.terms),
  paid: 'int',
  monthsLeft: 'int',
  monthsTotal: 'int',
});

export const precheckVariables = (programme: Programme): Variables => ({
  ...formVariables(precheckForm),
  ...parameterVariables(programme.parameters),
});

export const parameterValues = (programme: Programme): Readonly<Record<string, number>> =>
  Object.fromEntries(programme.parameters.map(({ name, value }) => [name, value]));

export const termValues = (record: EvaluationRecord): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(record.terms.map(({ name, value }) => [name, value]));

/**
 * Environments are kept as long as the document they were made from: published documents never change, and
 * the loader keeps a version's parsed document, so identity is the cheapest key there is.
 */
const kept = new WeakMap<object, Map<string, Cel>>();

export function environmentFor(document: object, purpose: string, variables: () => Variables): Cel {
  const ofDocument = kept.get(document) ?? new Map<string, Cel>();
  kept.set(document, ofDocument);
  const cel = ofDocument.get(purpose) ?? celEnvironment(variables());
  ofDocument.set(purpose, cel);
  return cel;
}

export const ruleEnvironment = (programme: Programme): Cel =>
  environmentFor(programme, 'rules', () => ruleVariables(programme));

/** All that terms and rules may name except the terms, which are not there until they have been reckoned. */
export function startingScope(programme: Programme, answers: ProtectedAnswers, facts: Facts): Scope {
  const cel = ruleEnvironment(programme);
  const mentioned = cel.mentioned(expressionsOf(programme));
  const terms = new Set(programme.terms.map(({ name }) => name));
  return cel.scope(
    {
      ...formValues(programme.form, answers, facts.today, mentioned),
      ...parameterValues(programme),
      facts: { ...facts, taken: { ...nothingTaken(programme), ...facts.taken } },
    },
    [...mentioned].filter((name) => !terms.has(name)),
  );
}

const expressionsOf = ({ terms, rules }: Programme): string =>
  [...terms, ...rules].map(({ expression }) => expression).join('\n');

const nothingTaken = (programme: Programme): Readonly<Record<string, number>> =>
  Object.fromEntries(programme.onceOnly.map(({ id }) => [id, 0]));
