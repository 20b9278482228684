import * as z from 'zod';

/** A value of a rule as it is kept: integers, text, yes/no, or lists of them. Never a float. */
export type RuleValue = string | number | boolean | null | readonly RuleValue[];

const ScalarSchema = z.union([z.string(), z.int(), z.boolean()]);

/**
 * Facts the server looked up for the evaluation, beside the answers: what the fund still has, what was
 * awarded before, the day. Kept in the event, so that a replay needs nothing but the event, the revision
 * it names and the pinned programme.
 */
const FactsSchema = z.strictObject({
  /** Day of the evaluation, Asia/Shanghai. */
  today: z.iso.date(),
  /** Fen the fund could still commit; 0 where the programme pays no money. */
  fundAvailable: z.int(),
  /** Fen awarded before for the same item, and to the enterprise over all branches, by this programme. */
  awardedForItem: z.int(),
  awardedToEnterprise: z.int(),
  /** Once-only keys of this application that are already taken, by once-only id. */
  taken: z.record(z.string(), z.int()),
  openRecovery: z.boolean(),
  dishonestyListed: z.boolean(),
  /** The premises asked for; zeros where none. Area 0.01 m²; fen per m² per month. */
  premises: z.strictObject({
    known: z.boolean(),
    freeArea: z.int(),
    referenceRent: z.int(),
    rentSource: z.string(),
  }),
});
export type Facts = z.infer<typeof FactsSchema>;

/** One evaluation, as it goes into an event and is replayed years later. */
export const EvaluationRecordSchema = z.strictObject({
  programme: z.string(),
  version: z.int(),
  revisionDigest: z.string(),
  facts: FactsSchema,
  /** Every named term with its value, in order. */
  terms: z.array(z.strictObject({ name: z.string(), value: ScalarSchema })),
  /** Every rule: met, not met, or not answerable (an expression that failed on this input). */
  rules: z.array(z.strictObject({ id: z.string(), result: z.enum(['met', 'not-met', 'error']) })),
  outcome: z.enum(['eligible', 'not-eligible']),
  /** Fen. */
  amount: z.int().min(0),
});
export type EvaluationRecord = z.infer<typeof EvaluationRecordSchema>;
