import { isProtectedValue, type ProtectedAnswers } from '../forms/answers.ts';
import { fieldsOf } from '../forms/field.ts';
import type { Programme } from '../programmes/programme.ts';

export type Payee = {
  readonly name: string;
  readonly bank: string;
  /** Masked where it is not one's own. */
  readonly account: string;
  /** Where the full account stands among the secrets of the revision. */
  readonly pointer: string;
};

const said = (answers: ProtectedAnswers, id: string): string => {
  const value = answers[id];
  return typeof value === 'string' ? value : '';
};

/**
 * Whom the money goes to, by the common applicant block (收款账户: `payee`, `bank`, and the field that holds a
 * bank account); undefined where the programme pays nobody.
 */
export function payeeOf({ form }: Programme, answers: ProtectedAnswers): Payee | undefined {
  const field = fieldsOf(form).find(({ type }) => type === 'bank-account');
  const account = field && answers[field.id];
  if (field === undefined || account === undefined) return undefined;
  return {
    name: said(answers, 'payee'),
    bank: said(answers, 'bank'),
    account: isProtectedValue(account) ? account.masked : String(account),
    pointer: `/${field.id}`,
  };
}
