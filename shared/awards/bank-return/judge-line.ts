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

type ReturnCommand = CaseCommand<'record-paid' | 'record-payment-failed' | 'record-sent-back'>;

export type JudgedLine =
  | {
      readonly verdict: 'to-record';
      readonly command: ReturnCommand;
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
  const errors = [...aboutTheLine(line, payment), ...aboutTheMoney(line, known)];
  if (payment.outcome === 'prepared') errors.push(returnFault('payment', 'not-approved'));
  if (payment.outcome === 'cancelled') errors.push(returnFault('payment', 'cancelled'));
  if (errors.length > 0) return wrong(...errors);
  const command = commandOf(line, payment);
  if (command !== undefined) return { verdict: 'to-record', command };
  const contradiction = aboutTheRecord(line, payment);
  return contradiction ? wrong(contradiction) : { verdict: 'recorded' };
}

const textIn = (value: string | undefined): string => value?.trim() ?? '';

/** What was at the bank and comes back was never paid; what was paid comes back with a voucher and a day of its own. */
const movesMoney = ({ result }: ReturnLine, { outcome }: PaymentDto): boolean =>
  result === 'paid' || (result === 'returned' && outcome !== 'approved');

function aboutTheLine(line: ReturnLine, payment: PaymentDto): FieldError[] {
  const { result, reference, paidOn, reason } = line;
  if (result === undefined) return [returnFault('result', 'result-missing')];
  return [
    ...(result !== 'paid' && textIn(reason) === '' ? [returnFault('reason', 'reason-missing')] : []),
    ...(movesMoney(line, payment) && textIn(reference) === ''
      ? [returnFault('reference', 'reference-missing')]
      : []),
    ...(textIn(reference).length > longestReference ? [returnFault('reference', 'reference-too-long')] : []),
    ...(movesMoney(line, payment) && paidOn === undefined ? [returnFault('paidOn', 'date-missing')] : []),
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

/** The reason may be told in other words; a payment, or its return, is the same only with its reference and day. */
function aboutTheRecord(line: ReturnLine, payment: PaymentDto): FieldError | undefined {
  const { outcome, voucher = '', paidOn = '', sentBack } = payment;
  const says = (result: ReturnLine['result'], number: string, on: string): boolean =>
    line.result === result && textIn(line.reference) === number && line.paidOn === on;
  if (outcome === 'failed') {
    return line.result === 'paid' ? returnFault('result', 'recorded-as-failed') : undefined;
  }
  if (says('paid', voucher, paidOn)) return undefined;
  if (sentBack === undefined) return returnFault('result', 'recorded-as-paid', { voucher, paidOn });
  if (says('returned', sentBack.voucher, sentBack.on)) return undefined;
  return returnFault('result', 'recorded-as-sent-back', { voucher: sentBack.voucher, paidOn: sentBack.on });
}

/** Undefined where nothing is left to be recorded of the payment, or not this. */
function commandOf(
  { result, reference, paidOn = '', reason }: ReturnLine,
  { outcome, part }: PaymentDto,
): ReturnCommand | undefined {
  const voucher = textIn(reference);
  const why = textIn(reason).padEnd(2, '。');
  if (outcome === 'approved') {
    return result === 'paid'
      ? { type: 'record-paid', voucher, paidOn }
      : { type: 'record-payment-failed', reason: why };
  }
  return outcome === 'paid' && result === 'returned'
    ? { type: 'record-sent-back', part, voucher, returnedOn: paidOn, reason: why }
    : undefined;
}
