import * as z from 'zod';
import { DateSchema, FenSchema } from '../schema-parts.ts';

/** The next time an obligation falls due. */
export const RoundSchema = z.strictObject({
  /** Of the obligation in the programme. */
  id: z.string(),
  /** From 1. */
  round: z.int().min(1),
  due: DateSchema,
});
export type Round = z.infer<typeof RoundSchema>;

const DutySchema = z.strictObject({
  ...RoundSchema.shape,
  /** Number of the report that waits to be assessed. */
  report: z.int().min(1).optional(),
  /** The clock has said so. */
  overdue: z.literal(true).optional(),
});
export type Duty = z.infer<typeof DutySchema>;

const PaymentSchema = z.strictObject({
  part: z.int().min(1),
  amount: FenSchema,
  by: z.string(),
  approvedBy: z.string().optional(),
  /** In Asia/Shanghai: the bank cannot have paid before. */
  approvedOn: DateSchema.optional(),
});

const LeaseSchema = z.strictObject({
  from: DateSchema,
  to: DateSchema,
  /** Next yearly confirmation; absent in the last year. */
  confirmBy: DateSchema.optional(),
});

const BreachSchema = z.strictObject({
  obligation: z.string(),
  by: z.string(),
  /** Last day to mend. */
  mendBy: DateSchema,
  /** The clock has said that it is over. */
  over: z.literal(true).optional(),
});

const RecoverySchema = z.strictObject({
  amount: FenSchema,
  repaid: FenSchema,
  terminates: z.literal(true).optional(),
  /** Who has proposed to write it off, until another person answers. */
  writeOffBy: z.string().optional(),
});

/**
 * What an award is about besides its case: only what comes next; the rest is in the events. Sums in fen,
 * absent while there is nothing of the kind.
 */
export const awardState = {
  award: z.enum(['to-be-delivered', 'active', 'in-recovery', 'closed']),
  /** Payments prepared so far, and the one under way. */
  parts: z.int().min(1).optional(),
  payment: PaymentSchema.optional(),
  paid: FenSchema.optional(),
  /** Will never be paid, and went back to the fund. */
  released: FenSchema.optional(),
  /** Day of the first payment or of the handover: obligations run from it. */
  deliveredOn: DateSchema.optional(),
  lease: LeaseSchema.optional(),
  duties: z.array(DutySchema).optional(),
  /** Reports handed in so far. */
  reports: z.int().min(1).optional(),
  breach: BreachSchema.optional(),
  recovery: RecoverySchema.optional(),
  /** Repaid by recoveries that are over. */
  recovered: FenSchema.optional(),
  /** Could not be recovered, and is still owed. */
  writtenOff: FenSchema.optional(),
} as const;
