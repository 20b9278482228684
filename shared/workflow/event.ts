import * as z from 'zod';
import { PromiseClockSchema } from '../calendar/promise-clock.ts';
import { EvaluationRecordSchema } from '../rules/evaluation.ts';
import { CorrectionItemSchema } from './command.ts';

/**
 * What happened, in the past tense. One command makes exactly one event, so the event's sequence number is
 * the case's version and a retried command is recognised by the `commandId` of the event it made.
 * No personal data: answers live in revisions, which events name by digest.
 */
const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const DocumentRecordSchema = z.strictObject({
  slot: z.string(),
  id: z.string(),
  sha256: DigestSchema,
  size: z.int(),
  type: z.string(),
});
export type DocumentRecord = z.infer<typeof DocumentRecordSchema>;

const RevisionRecordSchema = z.strictObject({
  number: z.int().min(1),
  /** SHA-256 of the canonical protected answers (see forms/protect-answers.ts). */
  digest: DigestSchema,
  documents: z.array(DocumentRecordSchema),
});

/** Where the case stands next: the clock of a stage begins on the day it arrives there. */
const NextStageSchema = z.strictObject({
  stage: z.string(),
  office: z.string(),
  clock: PromiseClockSchema,
  due: z.string(),
});

/** What the event says about time kept, so that statistics need no replay. */
const TimeKeptSchema = z.strictObject({ used: z.int(), promised: z.int() });

const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(shape) });

const grant = {
  amount: z.int(),
  computed: z.int(),
  fund: z.string().optional(),
  premises: z.strictObject({ unit: z.string(), area: z.int(), from: z.string(), to: z.string() }).optional(),
  locks: z.array(z.string()),
  cap: z.string().optional(),
};
export const GrantSchema = z.strictObject(grant);
export type Grant = z.infer<typeof GrantSchema>;

/** After the last decision: straight to the award, or first into public notice. */
const AfterGrantSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('notice'), office: z.string(), opensOn: z.string(), closesOn: z.string() }),
  z.strictObject({ to: z.literal('award'), office: z.string(), deliverBy: z.string() }),
]);

export const CaseEventSchema = z.discriminatedUnion('type', [
  event('application-submitted', {
    programme: z.strictObject({ id: z.string(), version: z.int(), hash: DigestSchema }),
    applicant: z.string(),
    filedBy: z.string().optional(),
    authority: z.string().optional(),
    town: z.string(),
    enterprise: z.string(),
    site: z.string(),
    declaration: z.string(),
    revision: RevisionRecordSchema,
    evaluation: EvaluationRecordSchema,
    lock: z.string(),
    next: NextStageSchema,
  }),
  event('case-claimed', {}),
  event('case-released', {}),
  event('case-delegated', { to: z.string(), reason: z.string().optional() }),
  event('application-accepted', { checklist: z.array(z.string()), note: z.string().optional(), silent: z.boolean(), time: TimeKeptSchema, next: NextStageSchema }),
  event('correction-requested', { items: z.array(CorrectionItemSchema), secondReturnReason: z.string().optional(), due: z.string(), clock: PromiseClockSchema }),
  event('correction-submitted', { revision: RevisionRecordSchema, evaluation: EvaluationRecordSchema, changed: z.array(z.string()), next: NextStageSchema }),
  event('application-not-accepted', { facts: z.string(), basis: z.string(), time: TimeKeptSchema, lock: z.string() }),
  event('site-visited', { visitedOn: z.string(), findings: z.string(), agreesWithApplication: z.boolean() }),
  event('site-visit-confirmed', { note: z.string().optional() }),
  event('recommendation-made', {
    stage: z.string(), opinion: z.enum(['support', 'oppose']), amount: z.int(), reason: z.string(), checklist: z.array(z.string()),
    evaluation: EvaluationRecordSchema, time: TimeKeptSchema, next: NextStageSchema,
  }),
  /** A deciding stage said yes and another one (the joint meeting) follows. */
  event('stage-approved', {
    stage: z.string(), amount: z.int(), reason: z.string(), deviationReason: z.string().optional(), checklist: z.array(z.string()),
    evaluation: EvaluationRecordSchema, time: TimeKeptSchema, next: NextStageSchema,
  }),
  /** The last deciding stage said yes: fund, floor and once-only locks are taken in the same transaction. */
  event('application-approved', {
    stage: z.string(), reason: z.string(), deviationReason: z.string().optional(), checklist: z.array(z.string()),
    evaluation: EvaluationRecordSchema, time: TimeKeptSchema, grant: GrantSchema, after: AfterGrantSchema,
  }),
  event('application-refused', {
    stage: z.string(), facts: z.string(), basis: z.array(z.string()), checklist: z.array(z.string()),
    evaluation: EvaluationRecordSchema, time: TimeKeptSchema, reviewUntil: z.string(), lock: z.string(),
  }),
  event('expedite-requested', { reason: z.string() }),
  event('expedite-decided', { agreed: z.boolean(), reason: z.string(), clock: PromiseClockSchema.optional(), due: z.string().optional() }),
  event('clock-extended', { reason: z.string(), clock: PromiseClockSchema, due: z.string() }),
  event('case-escalated', { level: z.enum(['half', 'end']) }),
  event('objection-filed', { objectionId: z.string(), groundsDigest: DigestSchema }),
  event('objection-answered', { objectionId: z.string(), upheld: z.boolean(), findings: z.string(), revoked: GrantSchema.optional(), lock: z.string().optional(), reviewUntil: z.string().optional() }),
  event('notice-closed', { office: z.string(), deliverBy: z.string() }),
  event('application-withdrawn', { reason: z.string().optional(), lock: z.string(), revoked: GrantSchema.optional() }),
  event('application-lapsed', { lock: z.string() }),
  event('internal-review-requested', { grounds: z.string(), office: z.string(), due: z.string() }),
  event('internal-review-decided', { outcome: z.enum(['uphold', 'revoke']), reason: z.string(), next: NextStageSchema.optional() }),
  event('service-rated', { stars: z.int(), comment: z.string().optional() }),
]);
export type CaseEvent = z.infer<typeof CaseEventSchema>;
export type EventType = CaseEvent['type'];
export type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>;
