import * as z from 'zod';
import {
  command,
  DateSchema,
  FenSchema,
  NoteSchema,
  ReasonSchema,
  SumSchema,
  VoucherSchema,
} from '../schema-parts.ts';
import { handoverItems } from './handover-items.ts';

/** What may be asked of an approved case: the life of the award. */
const ObligationIdSchema = z.string().max(64);

export const applicantAwardCommands = {
  /** Documents that were allowed to follow, or are needed before payment or handover. */
  'supply-documents': command('supply-documents', {}),
  'submit-report': command('submit-report', { obligation: ObligationIdSchema }),
} as const;

/** The office that pays: finance, or a town that pays from its own money. */
export const paymentCommands = {
  'prepare-payment': command('prepare-payment', { amount: SumSchema, note: NoteSchema.optional() }),
  'approve-payment': command('approve-payment', {}),
  'cancel-payment': command('cancel-payment', { reason: ReasonSchema }),
  'record-paid': command('record-paid', { voucher: VoucherSchema, paidOn: DateSchema }),
  'record-payment-failed': command('record-payment-failed', { reason: ReasonSchema }),
  /** Of a payment that was recorded as paid: which one, and the voucher of the money that came back. */
  'record-sent-back': command('record-sent-back', {
    part: z.int().min(1),
    voucher: VoucherSchema,
    returnedOn: DateSchema,
    reason: ReasonSchema,
  }),
  'record-repayment': command('record-repayment', {
    amount: SumSchema,
    voucher: VoucherSchema,
    receivedOn: DateSchema,
  }),
  /** The basis: a court's ruling, the enterprise struck off the register. */
  'propose-write-off': command('propose-write-off', { reason: ReasonSchema, basis: ReasonSchema }),
} as const;

/** The town that hands over and watches, and the office that answers for the programme. */
export const supervisionCommands = {
  'confirm-handover': command('confirm-handover', {
    checklist: z.array(z.enum(handoverItems)).max(handoverItems.length),
    leaseFrom: DateSchema,
    leaseTo: DateSchema,
  }),
  'confirm-lease': command('confirm-lease', { findings: ReasonSchema }),
  /** Of a report; of an obligation without one, what the town saw for itself. */
  'assess-report': command('assess-report', {
    obligation: ObligationIdSchema,
    verdict: z.enum(['kept', 'incomplete', 'breached']),
    findings: ReasonSchema,
  }),
  'record-breach': command('record-breach', { obligation: ObligationIdSchema, facts: ReasonSchema }),
  'confirm-mended': command('confirm-mended', { findings: ReasonSchema }),
  'open-recovery': command('open-recovery', {
    /** Fen; zero where only the award ends. */
    amount: FenSchema,
    /** Ends the award: what is not paid stays unpaid, the lease ends, no more reports. */
    terminate: z.boolean(),
    reason: ReasonSchema,
  }),
  'approve-write-off': command('approve-write-off', { reason: ReasonSchema }),
  'decline-write-off': command('decline-write-off', { reason: ReasonSchema }),
  'release-unpaid': command('release-unpaid', { reason: ReasonSchema }),
  'cancel-award': command('cancel-award', { reason: ReasonSchema }),
} as const;

export const awardClockCommands = {
  'mark-report-overdue': command('mark-report-overdue', {}),
  'mark-mend-over': command('mark-mend-over', {}),
  'close-award': command('close-award', {}),
} as const;
