import * as z from 'zod';
import { TextSchema } from '../../language/text.ts';
import { FieldErrorSchema } from '../errors.ts';

/** Case and receipt number in one: `PL-` and ten Crockford base-32 letters; says nothing about anybody. */
export const CaseIdSchema = z.string().regex(/^PL-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
export const InstantSchema = z.iso.datetime({ precision: 3 });
export const DateSchema = z.iso.date();
export const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const CursorSchema = z.string().max(2048);

export const CaseParamsSchema = z.strictObject({ caseId: CaseIdSchema });
export const NoParamsSchema = z.strictObject({});
export const NoQuerySchema = z.strictObject({});
export const NoBodySchema = z.undefined();

/** How an act is asked for: what, once (`commandId`), and on which version of the case. */
export const envelope = <C extends z.ZodType>(command: C) =>
  z.strictObject({ commandId: z.uuid(), version: z.int().min(0), command });

export const page = <I extends z.ZodType>(item: I) =>
  z.strictObject({ items: z.array(item), next: CursorSchema.optional() });

/** Working days of the stage's promise, as shown to people. */
export const PromiseDtoSchema = z.strictObject({
  used: z.int(),
  promised: z.int(),
  paused: z.int(),
  remaining: z.int(),
  running: z.boolean(),
  due: DateSchema.optional(),
  /** The calendar of a year in it is not published yet. */
  extrapolated: z.boolean(),
  late: z.enum(['on-time', 'due-soon', 'due-today', 'late']),
});
export type PromiseDto = z.infer<typeof PromiseDtoSchema>;

export const ActionDtoSchema = z.strictObject({
  command: z.string(),
  allowed: z.boolean(),
  /** A code of the errors catalogue. */
  why: z.string().optional(),
});

/** A step of the reckoning, ready to show. */
const ExplainedTermSchema = z.strictObject({
  name: z.string(),
  label: TextSchema,
  unit: z.string(),
  value: z.union([z.string(), z.int(), z.boolean()]),
  expression: z.string(),
  /** How it came about, with the values put in. */
  inWords: TextSchema.optional(),
});
const ExplainedRuleSchema = z.strictObject({
  id: z.string(),
  label: TextSchema,
  result: z.enum(['met', 'not-met', 'error']),
  weight: z.enum(['must', 'attention']),
  basis: TextSchema,
  failure: TextSchema.optional(),
  expression: z.string(),
  /** The values it was judged by. */
  goesBy: z.array(z.strictObject({ label: TextSchema, value: TextSchema })),
});
export const ExplanationDtoSchema = z.strictObject({
  outcome: z.enum(['eligible', 'not-eligible']),
  /** Fen. */
  amount: z.int(),
  terms: z.array(ExplainedTermSchema),
  rules: z.array(ExplainedRuleSchema),
});
export type ExplanationDto = z.infer<typeof ExplanationDtoSchema>;

export const DocumentDtoSchema = z.strictObject({
  id: z.string(),
  slot: z.string(),
  name: z.string(),
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: DigestSchema,
  state: z.enum(['pending', 'clean', 'refused']),
  uploadedAt: InstantSchema,
  /** Of a report: the round of its obligation. */
  round: z.int().optional(),
});
export type DocumentDto = z.infer<typeof DocumentDtoSchema>;

/** Answers as JSON; their meaning is the programme's form (see shared/forms). */
export const AnswersSchema = z.record(z.string(), z.unknown());
export type AnswersDto = z.infer<typeof AnswersSchema>;

export const FieldErrorsSchema = z.array(FieldErrorSchema);

/** What autosave sends and what it is answered, whatever the draft is of. */
export const DraftSavingSchema = z.strictObject({ draftVersion: z.int().min(0), answers: AnswersSchema });
export const DraftSavedSchema = z.strictObject({
  draftVersion: z.int(),
  savedAt: InstantSchema,
  errors: FieldErrorsSchema,
});
