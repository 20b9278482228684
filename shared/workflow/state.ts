import * as z from 'zod';
import { InstantSchema } from '../calendar/instant.ts';
import { PromiseClockSchema } from '../calendar/promise-clock.ts';
import { awardState } from './award/award-state.ts';
import { DateSchema, FenSchema, ReservedSchema } from './schema-parts.ts';

/**
 * The state of a case, folded from its events and stored as the head (under 1 KB). Whatever grows, such as
 * the fields open for correction, stays in the event that said so.
 */
const OfficerIdSchema = z.string();

const common = {
  caseId: z.string(),
  /** Sequence number of the latest event. */
  version: z.int().min(1),
  programme: z.strictObject({ id: z.string(), version: z.int() }),
  applicant: z.string(),
  /** The officer who filed on the applicant's recorded authority. */
  filedBy: OfficerIdSchema.optional(),
  town: z.string(),
  /** Keys of the enterprise and of its site; hashed where they would name a person. */
  enterprise: z.string(),
  site: z.string(),
  /** The answers by which the programme chooses an office, by answer id. */
  routing: z.record(z.string(), z.string()).optional(),
  submittedAt: InstantSchema,
  revision: z.int().min(1),
  /** Times it was returned. */
  corrections: z.int().min(0),
  /** Everyone who decided a stage, an objection or a review: none of them may decide again. Emptied on approval. */
  participants: z.array(OfficerIdSchema),
  /** Fen: computed by the rules when last looked at; then recommended or approved by the latest stage. */
  computed: FenSchema,
  proposed: FenSchema.optional(),
  /** Slots of required documents that may follow, or are needed for delivery only, and are not here yet. */
  owed: z.array(z.string()).optional(),
  /** Set when the case goes faster; later stages get shorter promises too. */
  expedited: z.literal(true).optional(),
  /** Set when a refusal was revoked: an internal review is held once. */
  reviewed: z.literal(true).optional(),
} as const;

const CommonSchema = z.strictObject(common);
export type Common = z.infer<typeof CommonSchema>;

const VisitSchema = z.strictObject({ by: OfficerIdSchema, confirmedBy: OfficerIdSchema.optional() });

/** What belongs to the stage a case is at, and is kept while the applicant corrects. */
const atStage = {
  stage: z.string(),
  office: z.string(),
  clock: PromiseClockSchema,
  visit: VisitSchema.optional(),
  /** Who asked to expedite, until a second person answers. */
  expediteBy: OfficerIdSchema.optional(),
  escalated: z.enum(['half', 'end']).optional(),
  /** From the first deciding stage that approved until the case is decided; stays from stage to stage. */
  reserved: ReservedSchema.optional(),
} as const;

const UnderReviewSchema = z.strictObject({
  ...common,
  ...atStage,
  status: z.literal('under-review'),
  /** Who has claimed it. */
  officer: OfficerIdSchema.optional(),
  due: DateSchema,
});

const ReturnedSchema = z.strictObject({
  ...common,
  ...atStage,
  status: z.literal('returned'),
  /** The reviewer to whom it comes back. */
  officer: OfficerIdSchema.optional(),
  /** Last day for the applicant. What may be changed is in the latest correction notice. */
  due: DateSchema,
});

const InNoticeSchema = z.strictObject({
  ...common,
  status: z.literal('in-notice'),
  /** The stage that approved, to which a revoked refusal goes back. */
  stage: z.string(),
  office: z.string(),
  approvedAt: InstantSchema,
  amount: FenSchema,
  /** Last day of the notice. */
  due: DateSchema,
  /** Objections are numbered from 1. */
  objections: z.strictObject({ filed: z.int().min(0), open: z.array(z.int()) }),
  /** They may answer more than one; they join the participants when the approval falls. */
  answeredBy: z.array(OfficerIdSchema),
});

const rated = z.int().min(1).max(5).optional();

const ApprovedSchema = z.strictObject({
  ...common,
  status: z.literal('approved'),
  office: z.string(),
  approvedAt: InstantSchema,
  amount: FenSchema,
  ...awardState,
  /** The next day on which something is due here. */
  due: DateSchema.optional(),
  escalated: z.literal('end').optional(),
  rated,
});

const RejectedSchema = z.strictObject({
  ...common,
  status: z.literal('rejected'),
  stage: z.string(),
  decidedAt: InstantSchema,
  /** `used`: one was held already, so only reconsideration and the court remain. */
  review: z.enum(['possible', 'requested', 'upheld', 'used']),
  /** The reviewing office, once asked. */
  office: z.string().optional(),
  /** Last day to ask for internal review; then the review's own promise. */
  due: DateSchema.optional(),
  rated,
});

const ended = { ...common, endedAt: InstantSchema, rated } as const;
const NotAcceptedSchema = z.strictObject({ ...ended, status: z.literal('not-accepted') });
const WithdrawnSchema = z.strictObject({ ...ended, status: z.literal('withdrawn') });
const LapsedSchema = z.strictObject({ ...ended, status: z.literal('lapsed') });

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
export type CaseState = Readonly<z.infer<typeof CaseStateSchema>>;
export type CaseStatus = CaseState['status'];
export type StateOf<S extends CaseStatus> = Extract<CaseState, { status: S }>;

/** What exists before the first event: the draft item says who made it and who may hand it in. */
export type Draft = {
  readonly status: 'draft';
  readonly caseId: string;
  readonly applicant: string;
  readonly filedBy?: string;
};

export type CaseView = Draft | CaseState;
export type ViewStatus = CaseView['status'];
export type ViewOf<S extends ViewStatus> = Extract<CaseView, { status: S }>;

export const viewStatuses = [
  'draft',
  'under-review',
  'returned',
  'in-notice',
  'approved',
  'rejected',
  'not-accepted',
  'withdrawn',
  'lapsed',
] as const satisfies readonly ViewStatus[];
