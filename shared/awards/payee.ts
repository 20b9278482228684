import { isProtectedValue, type ProtectedAnswers, type ProtectedValue } from '../forms/answers.ts';
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

/** Which answers name the account holder and the bank, as the programme says or as its form's common block does. */
export const payeeKeys = ({
  keys,
}: Pick<Programme, 'keys'>): { readonly payee: string; readonly bank: string } => ({
  payee: keys.payee ?? 'payee',
  bank: keys.bank ?? 'bank',
});

const accountField = (form: Programme['form']) => fieldsOf(form).find(({ type }) => type === 'bank-account');

/** The account as it is kept: masked, with its keyed hash; undefined where the programme pays nobody. */
export function payeeAccount({ form }: Programme, answers: ProtectedAnswers): ProtectedValue | undefined {
  const field = accountField(form);
  const account = field && answers[field.id];
  return isProtectedValue(account) ? account : undefined;
}

/**
 * Whom the money goes to (收款账户): the account holder, the bank, and the field that holds a bank account;
 * undefined where the programme pays nobody.
 */
export function payeeOf({ form, keys }: Programme, answers: ProtectedAnswers): Payee | undefined {
  const field = accountField(form);
  const account = field && answers[field.id];
  if (field === undefined || account === undefined) return undefined;
  const { payee, bank } = payeeKeys({ keys });
  return {
    name: said(answers, payee),
    bank: said(answers, bank),
    account: isProtectedValue(account) ? account.masked : String(account),
    pointer: `/${field.id}`,
  };
}
