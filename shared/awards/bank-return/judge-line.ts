import type { PaymentDto } from '../../api/dto/award.ts';
import type { FieldError } from '../../api/errors.ts';
import { yuanOf } from '../../exports/csv.ts';
import type { CaseCommand } from '../../workflow/command.ts';
import { returnFault } from './return-fault.ts';
import type { ReturnLine } from './return-line.ts';

/** What is on record of the payment that a line is about. */
export type PaymentOnRecord = {
  readonly payment: PaymentDto;
  /** Whether this may be the account it went to; see account-matches.ts. */
  readonly isPayee: (account: string) => boolean;
};

export type JudgedLine =
  | {
      readonly verdict: 'to-record';
      readonly command: CaseCommand<'record-paid' | 'record-payment-failed'>;
    }
  /** What the line says is on record already. */
  | { readonly verdict: 'recorded' }
  | { readonly verdict: 'wrong'; readonly errors: readonly FieldError[] };

const wrong = (...errors: readonly FieldError[]): JudgedLine => ({ verdict: 'wrong', errors });

const longestReference = 40;

/**
 * What a line of the bank's return asks to be recorded, by the same commands as single entries; `known` is undefined
 * where the caller's office makes no such payment. Everything that is wrong with a line is named at once.
 */
export function judgeLine(line: ReturnLine, known: PaymentOnRecord | undefined): JudgedLine {
  if (!line.payment?.trim()) return wrong(returnFault('payment', 'payment-missing'));
  if (known === undefined) return wrong(returnFault('payment', 'unknown-payment'));
  const { payment } = known;
  const errors = [...aboutTheLine(line), ...aboutTheMoney(line, known)];
  if (payment.outcome === 'prepared') errors.push(returnFault('payment', 'not-approved'));
  if (payment.outcome === 'cancelled') errors.push(returnFault('payment', 'cancelled'));
  if (errors.length > 0) return wrong(...errors);
  if (payment.outcome === 'approved') return { verdict: 'to-record', command: commandOf(line) };
  const contradiction = aboutTheRecord(line, payment);
  return contradiction ? wrong(contradiction) : { verdict: 'recorded' };
}

const textIn = (value: string | undefined): string => value?.trim() ?? '';

function aboutTheLine({ result, reference, paidOn, reason }: ReturnLine): FieldError[] {
  if (result === undefined) return [returnFault('result', 'result-missing')];
  if (result === 'failed') return textIn(reason) === '' ? [returnFault('reason', 'reason-missing')] : [];
  return [
    ...(textIn(reference) === '' ? [returnFault('reference', 'reference-missing')] : []),
    ...(textIn(reference).length > longestReference ? [returnFault('reference', 'reference-too-long')] : []),
    ...(paidOn === undefined ? [returnFault('paidOn', 'date-missing')] : []),
  ];
}

function aboutTheMoney({ amount, account }: ReturnLine, { payment, isPayee }: PaymentOnRecord): FieldError[] {
  const typed = textIn(account);
  return [
    ...(amount === undefined ? [returnFault('amount', 'amount-missing')] : []),
    ...(amount !== undefined && amount !== payment.amount
      ? [returnFault('amount', 'wrong-amount', { amount: yuanOf(payment.amount) })]
      : []),
    ...(typed === '' ? [returnFault('account', 'account-missing')] : []),
    ...(typed !== '' && !isPayee(typed) ? [returnFault('account', 'wrong-account')] : []),
  ];
}

/** The reason of a failure may be told in other words; a payment is the same only with its reference and day. */
function aboutTheRecord(
  { result, reference, paidOn }: ReturnLine,
  payment: PaymentDto,
): FieldError | undefined {
  if (payment.outcome === 'failed') {
    return result === 'failed' ? undefined : returnFault('result', 'recorded-as-failed');
  }
  const { voucher = '', paidOn: on = '' } = payment;
  const same = result === 'paid' && textIn(reference) === voucher && paidOn === on;
  return same ? undefined : returnFault('result', 'recorded-as-paid', { voucher, paidOn: on });
}

function commandOf({
  result,
  reference,
  paidOn = '',
  reason,
}: ReturnLine): CaseCommand<'record-paid' | 'record-payment-failed'> {
  if (result === 'paid') return { type: 'record-paid', voucher: textIn(reference), paidOn };
  return { type: 'record-payment-failed', reason: textIn(reason).padEnd(2, '。') };
}
