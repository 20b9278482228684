import type { Answers, ProtectedAnswers } from '../../shared/forms/answers.ts';
import { fieldsOf } from '../../shared/forms/field.ts';
import { parseAnswers } from '../../shared/forms/parse-answers.ts';
import { protectAnswers } from '../../shared/forms/protect-answers.ts';
import { digestOf } from '../../shared/ledger/digest.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { evaluateProgramme } from '../../shared/rules/evaluate-programme.ts';
import type { EvaluationRecord, Facts } from '../../shared/rules/evaluation.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';

export const someDay = '2026-11-23';

/** Nothing stands against the applicant, the fund is full and the premises are free. */
export const favourableFacts: Facts = {
  today: someDay,
  fundAvailable: 500_000_000,
  awardedForItem: 0,
  awardedToEnterprise: 0,
  taken: {},
  openRecovery: false,
  dishonestyListed: false,
  premises: { known: true, freeArea: 2_000_00, referenceRent: 8_00, rentSource: '县公布参考租金（演示）' },
};

/** One file for each place in the form, whether or not it must be there. */
export const withDocuments = ({ form }: Programme, answers: Answers): Answers => ({
  ...answers,
  ...Object.fromEntries(
    fieldsOf(form).flatMap((field) => (field.type === 'document' ? [[field.id, [`doc-${field.slot}`]]] : [])),
  ),
});

/** Parsed as the API parses a submission. */
export const parsed = (programme: Programme, answers: Answers, today = someDay) =>
  parseAnswers(programme.form, answers, {
    today,
    complete: true,
    evaluateCondition: formConditions(programme.form, today),
  });

export const protectedView = (programme: Programme, answers: Answers, today = someDay): ProtectedAnswers =>
  protectAnswers(programme.form, answers, {
    keyOf: (type, value) => digestOf('revision', [type, value]),
    today,
  }).answers;

export const evaluate = (
  programme: Programme,
  answers: Answers,
  facts: Partial<Facts> = {},
): EvaluationRecord => {
  const all = { ...favourableFacts, ...facts };
  return evaluateProgramme(programme, protectedView(programme, answers, all.today), all, 'f'.repeat(64));
};

export const termsOf = (record: EvaluationRecord) =>
  Object.fromEntries(record.terms.map(({ name, value }) => [name, value]));

export const ruleResult = (record: EvaluationRecord, id: string) =>
  record.rules.find((rule) => rule.id === id)?.result;

export const unmetRules = (record: EvaluationRecord) =>
  record.rules.filter(({ result }) => result !== 'met').map(({ id }) => id);
