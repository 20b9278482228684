import * as z from 'zod';
import { PromiseClockSchema } from '../calendar/promise-clock.ts';

/**
 * The state of a case, folded from its events and stored as the head (under 1 KB). A draft is not a case
 * yet: it has no events and lives in the draft item until it is submitted.
 */
const StageRefSchema = z.strictObject({
  stage: z.string(),
  office: z.string(),
});

/** Everyone who took part in deciding; nobody may appear for two stages. */
const ParticipationSchema = z.strictObject({ stage: z.string(), officer: z.string() });

const common = {
  caseId: z.string(),
  /** Sequence number of the latest event. */
  version: z.int().min(1),
  programme: z.strictObject({ id: z.string(), version: z.int() }),
  applicant: z.string(),
  /** The officer who filed on the applicant's recorded authority. */
  filedBy: z.string().optional(),
  town: z.string(),
  /** Keys of the enterprise and of its site; hashed where they would name a person. */
  enterprise: z.string(),
  site: z.string(),
  submittedAt: z.string(),
  revision: z.int().min(1),
  corrections: z.int().min(0),
  participants: z.array(ParticipationSchema),
  /** Fen: computed by the rules for the current revision; then recommended; then approved. */
  computed: z.int().min(0),
  proposed: z.int().min(0).optional(),
} as const;

const ExpediteSchema = z.strictObject({ requestedBy: z.string(), consentedBy: z.string().optional() });
const VisitSchema = z.strictObject({ by: z.string(), confirmedBy: z.string().optional() });

export const UnderReviewSchema = z.strictObject({
  ...common,
  status: z.literal('under-review'),
  ...StageRefSchema.shape,
  officer: z.string().optional(),
  clock: PromiseClockSchema,
  due: z.string(),
  visit: VisitSchema.optional(),
  expedite: ExpediteSchema.optional(),
  escalated: z.enum(['half', 'end']).optional(),
});

export const ReturnedSchema = z.strictObject({
  ...common,
  status: z.literal('returned'),
  /** Where it goes back to, with the clock as it was paused. */
  back: z.strictObject({
    ...StageRefSchema.shape,
    officer: z.string(),
    clock: PromiseClockSchema,
    visit: VisitSchema.optional(),
    expedite: ExpediteSchema.optional(),
  }),
  /** Last day for the applicant. */
  due: z.string(),
  /** Only these pointers may be changed. */
  open: z.array(z.string()),
});

export const InNoticeSchema = z.strictObject({
  ...common,
  status: z.literal('in-notice'),
  office: z.string(),
  approvedAt: z.string(),
  amount: z.int().min(0),
  /** Last day of the notice. */
  due: z.string(),
  objections: z.array(z.strictObject({ id: z.string(), answered: z.boolean() })),
});

export const AwardStatusSchema = z.enum(['to-be-delivered', 'active', 'in-recovery', 'closed']);

export const ApprovedSchema = z.strictObject({
  ...common,
  status: z.literal('approved'),
  office: z.string(),
  approvedAt: z.string(),
  amount: z.int().min(0),
  award: AwardStatusSchema,
  due: z.string().optional(),
  rated: z.int().optional(),
});

export const RejectedSchema = z.strictObject({
  ...common,
  status: z.literal('rejected'),
  stage: z.string(),
  decidedAt: z.string(),
  /** Last day to ask for internal review; then the review's own promise. */
  due: z.string().optional(),
  office: z.string().optional(),
  review: z.enum(['possible', 'requested', 'upheld']),
  officer: z.string().optional(),
  rated: z.int().optional(),
});

const ended = { ...common, endedAt: z.string(), rated: z.int().optional() };
export const NotAcceptedSchema = z.strictObject({ ...ended, status: z.literal('not-accepted') });
export const WithdrawnSchema = z.strictObject({ ...ended, status: z.literal('withdrawn') });
export const LapsedSchema = z.strictObject({ ...ended, status: z.literal('lapsed') });

export const CaseStateSchema = z.discriminatedUnion('status', [
  UnderReviewSchema,
  ReturnedSchema,
  InNoticeSchema,
  ApprovedSchema,
  RejectedSchema,
  NotAcceptedSchema,
  WithdrawnSchema,
  LapsedSchema,
]);
export type CaseState = z.infer<typeof CaseStateSchema>;
export type CaseStatus = CaseState['status'];
export type StateOf<S extends CaseStatus> = Extract<CaseState, { status: S }>;
