import * as z from 'zod';
import { TextSchema } from '../../language/text.ts';
import {
  ActionDtoSchema,
  AnswersSchema,
  CaseIdSchema,
  DateSchema,
  DigestSchema,
  DocumentDtoSchema,
  ExplanationDtoSchema,
  FieldErrorsSchema,
  InstantSchema,
  PromiseDtoSchema,
} from './common.ts';

export const CaseStatusDtoSchema = z.enum([
  'draft',
  'under-review',
  'returned',
  'in-notice',
  'approved',
  'rejected',
  'not-accepted',
  'withdrawn',
  'lapsed',
]);
export type CaseStatusDto = z.infer<typeof CaseStatusDtoSchema>;

/** A row of a list: small, and complete enough to need nothing else. */
export const CaseSummaryDtoSchema = z.strictObject({
  caseId: CaseIdSchema,
  programme: z.strictObject({ id: z.string(), version: z.int(), title: TextSchema }),
  enterpriseName: z.string(),
  town: z.string(),
  status: CaseStatusDtoSchema,
  stage: TextSchema.optional(),
  office: z.string().optional(),
  officer: z.string().optional(),
  version: z.int(),
  due: DateSchema.optional(),
  late: z.enum(['on-time', 'due-soon', 'due-today', 'late']).optional(),
  expedited: z.boolean(),
  submittedAt: InstantSchema.optional(),
  updatedAt: InstantSchema.optional(),
});
export type CaseSummaryDto = z.infer<typeof CaseSummaryDtoSchema>;

/** One event, as people read it. Names of officers come from the directory; applicants see offices only. */
export const HistoryEntryDtoSchema = z.strictObject({
  seq: z.int(),
  type: z.string(),
  at: InstantSchema,
  actor: z.strictObject({
    id: z.string().optional(),
    name: z.string().optional(),
    office: z.string().optional(),
  }),
  /** The event's data as recorded. */
  data: z.record(z.string(), z.unknown()),
});
export type HistoryEntryDto = z.infer<typeof HistoryEntryDtoSchema>;

const CorrectionDtoSchema = z.strictObject({
  items: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  due: DateSchema,
});

/** The decision letter's content; the page sets it as a printable letter. */
const LetterDtoSchema = z.strictObject({
  kind: z.enum(['receipt', 'accepted', 'correction', 'approved', 'refused', 'not-accepted']),
  at: InstantSchema,
  seq: z.int(),
  office: z.string(),
  paragraphs: z.array(TextSchema),
  legalBases: z.array(z.strictObject({ title: TextSchema, clause: TextSchema })),
  remedies: z.array(TextSchema),
});
export type LetterDto = z.infer<typeof LetterDtoSchema>;

const shared = {
  caseId: CaseIdSchema,
  version: z.int(),
  programme: z.strictObject({ id: z.string(), version: z.int(), title: TextSchema, hash: DigestSchema }),
  status: CaseStatusDtoSchema,
  stage: z.strictObject({ id: z.string(), title: TextSchema, kind: z.string() }).optional(),
  office: z.string().optional(),
  town: z.string().optional(),
  enterpriseName: z.string(),
  submittedAt: InstantSchema.optional(),
  promise: PromiseDtoSchema.optional(),
  due: DateSchema.optional(),
  revision: z.int(),
  answers: AnswersSchema,
  documents: z.array(DocumentDtoSchema),
  correction: CorrectionDtoSchema.optional(),
  letters: z.array(LetterDtoSchema),
  history: z.array(HistoryEntryDtoSchema),
  actions: z.array(ActionDtoSchema),
  /** Fen. */
  amount: z
    .strictObject({ computed: z.int(), proposed: z.int().optional(), approved: z.int().optional() })
    .optional(),
};

/** The applicant's own view: answers in full, offices instead of officers. */
export const ApplicationDtoSchema = z.strictObject({
  ...shared,
  /** Counts autosaves while drafting or correcting; sent back to detect two devices editing. */
  draftVersion: z.int(),
  savedAt: InstantSchema.optional(),
  onBehalf: z.boolean(),
  /** What is wrong with the draft as it stands, checked as for submission. */
  errors: FieldErrorsSchema,
});
export type ApplicationDto = z.infer<typeof ApplicationDtoSchema>;

/** The officers' view: identifiers masked, rules with every term, and what changed. */
export const CaseDtoSchema = z.strictObject({
  ...shared,
  officer: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  explanation: ExplanationDtoSchema,
  /** Against the previous revision. */
  changes: z.array(z.strictObject({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  visit: z.strictObject({ by: z.string(), confirmedBy: z.string().optional() }).optional(),
  expedite: z.strictObject({ requestedBy: z.string(), consentedBy: z.string().optional() }).optional(),
  corrections: z.int(),
  /** What approving would take: fen left in the fund after it, floor left after it. */
  consequences: z.strictObject({
    fund: z.strictObject({ id: z.string(), available: z.int() }).optional(),
    premises: z.strictObject({ unit: z.string(), freeArea: z.int() }).optional(),
  }),
});
export type CaseDto = z.infer<typeof CaseDtoSchema>;

/** The answer to every command. */
export const ActResultDtoSchema = z.strictObject({
  caseId: CaseIdSchema,
  version: z.int(),
  status: CaseStatusDtoSchema,
  event: z.string(),
  at: InstantSchema,
});
export type ActResultDto = z.infer<typeof ActResultDtoSchema>;
