import * as z from 'zod';
import { TextSchema } from '../../language/text.ts';
import { CaseSummaryDtoSchema, HistoryEntryDtoSchema } from './case.ts';
import { ActionDtoSchema, AnswersSchema, DateSchema, DocumentDtoSchema, InstantSchema } from './common.ts';

const FenSchema = z.int();

const AwardStatusDtoSchema = z.enum(['to-be-delivered', 'active', 'in-recovery', 'closed']);

/** What an award waits for next; one word, so that a desk can sort by it. */
export const AwardStepDtoSchema = z.enum([
  'to-prepare',
  'to-approve',
  'at-bank',
  'to-hand-over',
  'documents-owed',
  'mending',
  'mend-over',
  'to-assess',
  'overdue',
  'to-confirm',
  'to-repay',
  'to-write-off',
  'under-supervision',
  'closed',
]);
export type AwardStepDto = z.infer<typeof AwardStepDtoSchema>;

/** A row of the list of awards. Sums in fen. */
export const AwardSummaryDtoSchema = CaseSummaryDtoSchema.pick({
  caseId: true,
  version: true,
  programme: true,
  enterpriseName: true,
  town: true,
  office: true,
  due: true,
  late: true,
}).extend({
  award: AwardStatusDtoSchema,
  step: AwardStepDtoSchema,
  gives: z.enum(['money', 'premises']),
  amount: FenSchema,
  paid: FenSchema,
  unpaid: FenSchema,
});
export type AwardSummaryDto = z.infer<typeof AwardSummaryDtoSchema>;

/** A part of the money: what became of it. */
const PaymentDtoSchema = z.strictObject({
  part: z.int(),
  amount: FenSchema,
  outcome: z.enum(['prepared', 'approved', 'paid', 'failed', 'sent-back', 'cancelled']),
  voucher: z.string().optional(),
  paidOn: DateSchema.optional(),
  /** 退汇: paid, and come back from the bank. */
  sentBack: z.strictObject({ voucher: z.string(), on: DateSchema }).optional(),
  reason: z.string().optional(),
});
export type PaymentDto = z.infer<typeof PaymentDtoSchema>;

const DutyDtoSchema = z.strictObject({
  id: z.string(),
  title: TextSchema,
  round: z.int(),
  /** From when it can be reported on, and until when. */
  opensOn: DateSchema,
  due: DateSchema,
  state: z.enum(['later', 'open', 'reported', 'overdue']),
  /** False where the town looks for itself. */
  hasForm: z.boolean(),
});
export type DutyDto = z.infer<typeof DutyDtoSchema>;

const ReportDtoSchema = z.strictObject({
  number: z.int(),
  obligation: z.string(),
  title: TextSchema,
  round: z.int(),
  at: InstantSchema,
  /** What the rule says of it. */
  kept: z.enum(['yes', 'no', 'unclear']),
  verdict: z.enum(['kept', 'sent-back', 'breached']).optional(),
  findings: z.string().optional(),
  answers: AnswersSchema,
});
export type ReportDto = z.infer<typeof ReportDtoSchema>;

/** The life of an award, for the enterprise and for the offices; sums in fen. */
export const AwardDtoSchema = AwardSummaryDtoSchema.extend({
  released: FenSchema,
  recovered: FenSchema,
  /** Still owed, and no longer collected. */
  writtenOff: FenSchema,
  approvedAt: InstantSchema,
  deliveredOn: DateSchema.optional(),
  /** Who is paid, and where: the account masked. */
  payee: z.strictObject({ name: z.string(), bank: z.string(), account: z.string() }).optional(),
  payments: z.array(PaymentDtoSchema),
  premises: z
    .strictObject({ unit: z.string(), area: z.int(), months: z.int(), from: DateSchema, to: DateSchema })
    .optional(),
  lease: z.strictObject({ from: DateSchema, to: DateSchema, confirmBy: DateSchema.optional() }).optional(),
  /** Documents that are still to come. */
  owed: z.array(z.strictObject({ slot: z.string(), title: TextSchema })),
  documents: z.array(DocumentDtoSchema),
  duties: z.array(DutyDtoSchema),
  /** Newest first. */
  reports: z.array(ReportDtoSchema),
  breach: z
    .strictObject({
      obligation: z.string(),
      title: TextSchema,
      facts: z.string(),
      mendBy: DateSchema,
      over: z.boolean(),
      /** What the rule would ask back; said to the office that may open a recovery. */
      recoverable: FenSchema.optional(),
    })
    .optional(),
  recovery: z.strictObject({ amount: FenSchema, repaid: FenSchema, terminates: z.boolean() }).optional(),
  history: z.array(HistoryEntryDtoSchema),
  actions: z.array(ActionDtoSchema),
});
export type AwardDto = z.infer<typeof AwardDtoSchema>;
