import * as z from 'zod';
import { PromiseClockSchema } from '../calendar/promise-clock.ts';
import { EvaluationRecordSchema } from '../rules/evaluation.ts';
import { awardEvents } from './award/award-events.ts';
import { CorrectionItemSchema } from './command.ts';
import {
  DateSchema,
  DigestSchema,
  DocumentRecordSchema,
  event,
  ReservedSchema,
  unionOf,
} from './schema-parts.ts';

/**
 * What happened, in the past tense. One command makes exactly one event, so the event's sequence number is
 * the case's version and a retried command is recognised by the `commandId` of the event it made.
 * No personal data: answers live in revisions, which events name by digest.
 */
const RevisionRecordSchema = z.strictObject({
  number: z.int().min(1),
  /** SHA-256 of the canonical protected answers (see forms/protect-answers.ts). */
  digest: DigestSchema,
  documents: z.array(DocumentRecordSchema),
});
export type RevisionRecord = z.infer<typeof RevisionRecordSchema>;

/** Where the case stands next: the clock of a stage begins on the day it arrives there. */
const NextStageSchema = z.strictObject({
  stage: z.string(),
  office: z.string(),
  clock: PromiseClockSchema,
  due: DateSchema,
});
export type NextStage = z.infer<typeof NextStageSchema>;

/** Working days used of those promised, so that statistics need no replay. */
const TimeKeptSchema = z.strictObject({ used: z.int(), promised: z.int() });
export type TimeKept = z.infer<typeof TimeKeptSchema>;

/** What an approval takes, and what is given back when it falls. */
const GrantSchema = z.strictObject({
  /** Fen: given, and what the rules had reckoned. */
  amount: z.int().min(0),
  computed: z.int().min(0),
  fund: z.string().optional(),
  /** Area in 0.01 m²; both dates inclusive. */
  premises: z
    .strictObject({ unit: z.string(), area: z.int(), months: z.int(), from: DateSchema, to: DateSchema })
    .optional(),
  /** Once-only keys; a long roster is one reservation instead. */
  locks: z.array(z.string()),
  reservation: z.string().optional(),
  cap: z.string().optional(),
});
export type Grant = z.infer<typeof GrantSchema>;

/** Who is competent and what the case is about: fixed when handed in, see place.ts. */
const PlaceSchema = z.strictObject({
  town: z.string(),
  enterprise: z.string(),
  site: z.string(),
  /** The answers by which the programme chooses an office, by answer id. */
  routing: z.record(z.string(), z.string()).optional(),
});

/** After the last decision: straight to the award, or first into public notice. */
const AfterGrantSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('notice'), office: z.string(), opensOn: DateSchema, closesOn: DateSchema }),
  z.strictObject({ to: z.literal('award'), office: z.string(), deliverBy: DateSchema }),
]);

const ChecklistSchema = z.array(z.string());
/** Slots of documents that follow later 容缺 or are needed for delivery only. */
const owed = z.array(z.string());
/** Last day to ask for internal review; absent when one was held already. */
const reviewUntil = DateSchema.optional();

const eventSchemas = {
  'application-submitted': event('application-submitted', {
    programme: z.strictObject({ id: z.string(), version: z.int(), hash: DigestSchema }),
    applicant: z.string(),
    filedBy: z.string().optional(),
    /** Document id of the recorded authority when filed on behalf. */
    authority: z.string().optional(),
    ...PlaceSchema.shape,
    declaration: z.string(),
    revision: RevisionRecordSchema,
    owed,
    evaluation: EvaluationRecordSchema,
    next: NextStageSchema,
  }),
  'case-claimed': event('case-claimed', {}),
  'case-released': event('case-released', {}),
  'case-delegated': event('case-delegated', { to: z.string(), reason: z.string().optional() }),
  'application-accepted': event('application-accepted', {
    checklist: ChecklistSchema,
    note: z.string().optional(),
    /** The town let its days pass: silence counts as accepted. */
    silent: z.boolean(),
    time: TimeKeptSchema,
    next: NextStageSchema,
  }),
  'correction-requested': event('correction-requested', {
    items: z.array(CorrectionItemSchema),
    secondReturnReason: z.string().optional(),
    due: DateSchema,
    clock: PromiseClockSchema,
  }),
  'correction-submitted': event('correction-submitted', {
    enterprise: z.string(),
    site: z.string(),
    revision: RevisionRecordSchema,
    owed,
    evaluation: EvaluationRecordSchema,
    changed: z.array(z.string()),
    clock: PromiseClockSchema,
    due: DateSchema,
  }),
  'application-not-accepted': event('application-not-accepted', {
    facts: z.string(),
    basis: z.string(),
    time: TimeKeptSchema,
  }),
  'site-visited': event('site-visited', {
    visitedOn: DateSchema,
    findings: z.string(),
    agreesWithApplication: z.boolean(),
  }),
  'site-visit-confirmed': event('site-visit-confirmed', { note: z.string().optional() }),
  'recommendation-made': event('recommendation-made', {
    stage: z.string(),
    opinion: z.enum(['support', 'oppose']),
    amount: z.int(),
    reason: z.string(),
    checklist: ChecklistSchema,
    evaluation: EvaluationRecordSchema,
    time: TimeKeptSchema,
    next: NextStageSchema,
  }),
  /** A deciding stage said yes and another one (the joint meeting) follows. */
  'stage-approved': event('stage-approved', {
    stage: z.string(),
    amount: z.int(),
    reason: z.string(),
    deviationReason: z.string().optional(),
    checklist: ChecklistSchema,
    evaluation: EvaluationRecordSchema,
    time: TimeKeptSchema,
    reserved: ReservedSchema.optional(),
    next: NextStageSchema,
  }),
  /** The last deciding stage said yes: fund, floor and once-only locks are taken in the same transaction. */
  'application-approved': event('application-approved', {
    stage: z.string(),
    reason: z.string(),
    deviationReason: z.string().optional(),
    checklist: ChecklistSchema,
    evaluation: EvaluationRecordSchema,
    time: TimeKeptSchema,
    grant: GrantSchema,
    after: AfterGrantSchema,
  }),
  'application-refused': event('application-refused', {
    stage: z.string(),
    facts: z.string(),
    basis: z.array(z.string()),
    checklist: ChecklistSchema,
    evaluation: EvaluationRecordSchema,
    time: TimeKeptSchema,
    reviewUntil,
  }),
  'expedite-requested': event('expedite-requested', { reason: z.string() }),
  'expedite-decided': event('expedite-decided', {
    agreed: z.boolean(),
    reason: z.string(),
    clock: PromiseClockSchema,
    due: DateSchema,
  }),
  'clock-extended': event('clock-extended', {
    reason: z.string(),
    clock: PromiseClockSchema,
    due: DateSchema,
  }),
  /** A year's holidays, guessed until now, were published. */
  'due-date-moved': event('due-date-moved', { due: DateSchema }),
  'case-escalated': event('case-escalated', { level: z.enum(['half', 'end']) }),
  /** The words of the objection are kept beside the journal: the public may write what must be erasable. */
  'objection-filed': event('objection-filed', { objection: z.int().min(1), groundsDigest: DigestSchema }),
  'objection-dismissed': event('objection-dismissed', { objection: z.int().min(1), findings: z.string() }),
  'objection-upheld': event('objection-upheld', {
    objection: z.int().min(1),
    findings: z.string(),
    revoked: GrantSchema,
    reviewUntil,
  }),
  'notice-closed': event('notice-closed', { office: z.string(), deliverBy: DateSchema }),
  'application-withdrawn': event('application-withdrawn', {
    reason: z.string().optional(),
    revoked: GrantSchema.optional(),
  }),
  'application-lapsed': event('application-lapsed', {}),
  'internal-review-requested': event('internal-review-requested', {
    grounds: z.string(),
    office: z.string(),
    due: DateSchema,
  }),
  'refusal-upheld': event('refusal-upheld', { reason: z.string() }),
  'refusal-revoked': event('refusal-revoked', { reason: z.string(), next: NextStageSchema }),
  ...awardEvents,
  'service-rated': event('service-rated', { stars: z.int(), comment: z.string().optional() }),
} as const;

export const CaseEventSchema = unionOf(eventSchemas);

export type EventType = keyof typeof eventSchemas;
type Events = { [T in EventType]: z.infer<(typeof eventSchemas)[T]> };
/** Written as a mapped type, so that a table over event types keeps the tie between type and data. */
export type CaseEvent<T extends EventType = EventType> = {
  [K in T]: { readonly type: K; readonly data: Events[K]['data'] };
}[T];

const isEventType = (name: string): name is EventType => Object.hasOwn(eventSchemas, name);
export const eventTypes: readonly EventType[] = Object.keys(eventSchemas).filter(isEventType);
