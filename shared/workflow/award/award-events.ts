import * as z from 'zod';
import { DateSchema, DigestSchema, DocumentRecordSchema, event, SumSchema } from '../schema-parts.ts';
import { RoundSchema } from './award-state.ts';
import { handoverItems } from './handover-items.ts';

const part = z.int().min(1);
/** First rounds of all obligations, said by the event that delivers. */
const schedule = z.array(RoundSchema);
/** The obligation's next round; absent after the last. */
const next = RoundSchema.optional();

/** What happened to an award; all in the journal of its case. */
export const awardEvents = {
  'documents-supplied': event('documents-supplied', { documents: z.array(DocumentRecordSchema).min(1) }),

  'payment-prepared': event('payment-prepared', { part, amount: SumSchema, note: z.string().optional() }),
  'payment-approved': event('payment-approved', { part }),
  'payment-cancelled': event('payment-cancelled', { part, reason: z.string() }),
  'payment-made': event('payment-made', {
    part,
    amount: SumSchema,
    fund: z.string(),
    voucher: z.string(),
    paidOn: DateSchema,
    /** Only with the first payment. */
    schedule: schedule.optional(),
  }),
  'payment-failed': event('payment-failed', { part, reason: z.string() }),
  'payment-sent-back': event('payment-sent-back', {
    part,
    amount: SumSchema,
    fund: z.string(),
    voucher: z.string(),
    returnedOn: DateSchema,
    reason: z.string(),
    /** Whose turn it is, and until when it is to be paid anew. */
    again: z.strictObject({ office: z.string(), due: DateSchema }).optional(),
    /** Instead: the award had been ended, so the sum is never paid again. */
    ended: z.literal(true).optional(),
  }),
  'unpaid-released': event('unpaid-released', { amount: SumSchema, fund: z.string(), reason: z.string() }),
  'award-cancelled': event('award-cancelled', { reason: z.string() }),

  'premises-handed-over': event('premises-handed-over', {
    unit: z.string(),
    checklist: z.array(z.enum(handoverItems)),
    lease: z.strictObject({ from: DateSchema, to: DateSchema, confirmBy: DateSchema.optional() }),
    schedule,
  }),
  'lease-confirmed': event('lease-confirmed', { findings: z.string(), confirmBy: DateSchema.optional() }),

  'report-submitted': event('report-submitted', {
    obligation: z.string(),
    round: z.int().min(1),
    report: z.strictObject({
      number: z.int().min(1),
      /** SHA-256 of the canonical protected answers of the report. */
      digest: DigestSchema,
      documents: z.array(DocumentRecordSchema),
    }),
    /** What the rule says of it; advice to the town that assesses. */
    kept: z.enum(['yes', 'no', 'unclear']),
  }),
  'obligation-kept': event('obligation-kept', {
    obligation: z.string(),
    round: z.int().min(1),
    findings: z.string(),
    next,
  }),
  'report-sent-back': event('report-sent-back', {
    obligation: z.string(),
    round: z.int().min(1),
    findings: z.string(),
  }),
  'report-fell-due': event('report-fell-due', { obligation: z.string(), round: z.int().min(1) }),

  'breach-recorded': event('breach-recorded', {
    obligation: z.string(),
    facts: z.string(),
    mendBy: DateSchema,
  }),
  'breach-mended': event('breach-mended', { obligation: z.string(), findings: z.string() }),
  'mend-ran-out': event('mend-ran-out', { obligation: z.string() }),

  'recovery-opened': event('recovery-opened', {
    obligation: z.string(),
    amount: z.int().min(0),
    /** Fen, as the rule of the obligation reckons it. */
    computed: z.int().min(0),
    reason: z.string(),
    terminates: z.boolean(),
    /** Fen that will now never be paid, when it terminates. */
    released: z.int().min(0),
    office: z.string(),
    due: DateSchema,
    next,
  }),
  'repayment-recorded': event('repayment-recorded', {
    amount: SumSchema,
    voucher: z.string(),
    receivedOn: DateSchema,
  }),
  'write-off-proposed': event('write-off-proposed', {
    amount: SumSchema,
    reason: z.string(),
    basis: z.string(),
    office: z.string(),
  }),
  'write-off-declined': event('write-off-declined', { reason: z.string(), office: z.string() }),
  'written-off': event('written-off', {
    amount: SumSchema,
    /** Fen that will now never be paid. */
    released: z.int().min(0),
    reason: z.string(),
  }),
  'award-closed': event('award-closed', {}),
} as const;
