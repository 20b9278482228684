import type { FieldError } from '../../api/errors.ts';
import { fill, type Text, text } from '../../language/text.ts';
import type { ReturnLine } from './return-line.ts';

/** What can be wrong with a line of the bank's return. Accounts are never repeated in it. */
const catalogue = {
  'payment-missing': text('没有付款编号。', 'The payment number is missing.'),
  'unknown-payment': text(
    '没有这笔付款，或者不由本单位支付。',
    'There is no such payment, or another office makes it.',
  ),
  'twice-in-file': text(
    '与第 {line} 行是同一笔付款，这一行不再登记。',
    'The same payment as in line {line}; this one is left out.',
  ),
  'contradicts-line': text(
    '与第 {line} 行是同一笔付款，内容却不一样，请向银行核实。',
    'The same payment as in line {line}, but it says something else: ask the bank.',
  ),
  'result-missing': text('看不出是成功还是失败。', 'It does not say whether the payment was made.'),
  'amount-missing': text('没有金额。', 'The amount is missing.'),
  'wrong-amount': text('金额不符，应为 {amount} 元。', 'The amount should be {amount} yuan.'),
  'account-missing': text(
    '没有收款账号（至少要有后四位）。',
    'The account is missing; its last four digits would do.',
  ),
  'wrong-account': text(
    '收款账号与申请人的不符，请向银行核实。',
    'The account is not the applicant’s: ask the bank.',
  ),
  'reference-missing': text('没有银行流水号。', 'The bank’s reference is missing.'),
  'reference-too-long': text('银行流水号最多 40 个字。', 'The bank’s reference has 40 characters at most.'),
  'date-missing': text('没有付款或退回的日期。', 'The date is missing.'),
  'reason-missing': text('没有写失败或退回的原因。', 'It does not say why the payment failed or came back.'),
  'not-approved': text(
    '这笔付款还没有复核同意，不应已送银行。',
    'This payment is not approved yet; it should not be at the bank.',
  ),
  cancelled: text('这笔付款已经取消，请向银行核实。', 'This payment was cancelled: ask the bank.'),
  'recorded-as-failed': text(
    '系统中已登记为付款失败，请向银行核实。',
    'It is on record as failed: ask the bank.',
  ),
  'recorded-as-sent-back': text(
    '系统中已登记为 {paidOn} 退汇、凭证号 {voucher}，与这一行不一致，请向银行核实。',
    'It is on record as sent back on {paidOn}, voucher {voucher}, which is not what this line says: ask the bank.',
  ),
  'recorded-as-paid': text(
    '系统中已登记为 {paidOn} 付款、凭证号 {voucher}，与这一行不一致；请核实银行是否付了两次。',
    'It is on record as paid on {paidOn}, voucher {voucher}, which is not what this line says: ask the bank whether it paid twice.',
  ),
} as const satisfies Record<string, Text>;

export type ReturnFault = keyof typeof catalogue;

export const returnFault = (
  column: keyof ReturnLine,
  code: ReturnFault,
  slots: Readonly<Record<string, string | number>> = {},
): FieldError => ({ path: `/${column}`, code, message: fill(catalogue[code], slots) });
