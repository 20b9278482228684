import type { InputOf } from '../../../shared/api/client.ts';
import type { AwardStepDto } from '../../../shared/api/dto/award.ts';
import { type Text, text } from '../../../shared/language/text.ts';

export type PaymentCommand = NonNullable<InputOf<'actOnPayment'>['body']>['command'];
type SupervisionCommand = NonNullable<InputOf<'superviseAward'>['body']>['command'];
export type AwardCommand = PaymentCommand | SupervisionCommand;
export type AwardAct = AwardCommand['type'];

/** The acts of the offices, in the order in which they are offered. */
export const actNames: Readonly<Record<AwardAct, Text>> = {
  'prepare-payment': text('提出付款', 'Prepare a payment'),
  'approve-payment': text('复核同意付款', 'Approve the payment'),
  'record-paid': text('登记已付款', 'Record as paid'),
  'record-payment-failed': text('登记付款失败', 'Record as failed'),
  'cancel-payment': text('取消这笔付款', 'Cancel the payment'),
  'record-sent-back': text('登记退汇', 'Record as sent back by the bank'),
  'record-repayment': text('登记退款', 'Record a repayment'),
  'propose-write-off': text('提请核销', 'Propose to write off'),
  'confirm-handover': text('登记厂房交接', 'Hand the premises over'),
  'confirm-lease': text('年度核查', 'Yearly confirmation'),
  'assess-report': text('核查履约', 'Assess'),
  'record-breach': text('认定违约', 'Record a breach'),
  'confirm-mended': text('确认已整改', 'Confirm as mended'),
  'open-recovery': text('决定追回', 'Recover'),
  'approve-write-off': text('同意核销', 'Write off'),
  'decline-write-off': text('不同意核销', 'Decline the write-off'),
  'release-unpaid': text('余款不再支付', 'Release what is unpaid'),
  'cancel-award': text('取消批准', 'Cancel the award'),
};

export const isAwardAct = (command: string): command is AwardAct => Object.hasOwn(actNames, command);

const payments: readonly AwardAct[] = [
  'prepare-payment',
  'approve-payment',
  'record-paid',
  'record-payment-failed',
  'record-sent-back',
  'cancel-payment',
  'record-repayment',
  'propose-write-off',
];
export const isPayment = (command: AwardCommand): command is PaymentCommand =>
  payments.includes(command.type);

/** Acts that move money or end something: looked at once more before they are sent. */
export const isWeighty = (act: AwardAct): boolean =>
  [
    'approve-payment',
    'record-paid',
    'record-sent-back',
    'open-recovery',
    'approve-write-off',
    'release-unpaid',
    'cancel-award',
  ].includes(act);

export const stepNames: Readonly<Record<AwardStepDto, Text>> = {
  'to-prepare': text('待付款', 'To be paid'),
  'to-approve': text('待复核', 'To be approved'),
  'at-bank': text('银行付款中', 'At the bank'),
  'to-hand-over': text('待交房', 'To be handed over'),
  'documents-owed': text('等补交材料', 'Documents owed'),
  mending: text('整改中', 'Being mended'),
  'mend-over': text('整改逾期', 'Not mended in time'),
  'to-assess': text('待核查', 'To be assessed'),
  overdue: text('报告逾期', 'Report overdue'),
  'to-confirm': text('待年度核查', 'Yearly confirmation due'),
  'to-repay': text('追回中', 'Being recovered'),
  'to-write-off': text('核销待审批', 'Write-off to decide'),
  'under-supervision': text('监管中', 'Under supervision'),
  closed: text('已办结', 'Closed'),
};
