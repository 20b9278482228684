import * as z from 'zod';

/**
 * What people and the clock may ask of a case. Imperative names. `commandId` and the expected version
 * travel beside the command (see CommandEnvelopeSchema), not inside it.
 */
const ReasonSchema = z.string().trim().min(2).max(2000);
const OfficerIdSchema = z.string().min(1).max(128);
const PointerSchema = z.string().regex(/^(\/[^/]*)+$/).max(200);
const FenSchema = z.int().min(0).max(100_000_000_000);
const ChecklistSchema = z.array(z.string()).max(50);

/** One thing to mend: a field or a document slot, in the reviewer's words. */
export const CorrectionItemSchema = z.strictObject({ path: PointerSchema, reason: ReasonSchema });
export type CorrectionItem = z.infer<typeof CorrectionItemSchema>;

const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const applicantCommands = {
  submit: command('submit', { declaration: z.strictObject({ version: z.string(), agreed: z.literal(true) }) }),
  resubmit: command('resubmit', {}),
  withdraw: command('withdraw', { reason: ReasonSchema.optional() }),
  'request-internal-review': command('request-internal-review', { grounds: ReasonSchema }),
  rate: command('rate', { stars: z.int().min(1).max(5), comment: z.string().trim().max(500).optional() }),
} as const;

export const reviewerCommands = {
  claim: command('claim', {}),
  release: command('release', {}),
  delegate: command('delegate', { to: OfficerIdSchema, reason: ReasonSchema.optional() }),
  accept: command('accept', { checklist: ChecklistSchema, note: z.string().max(2000).optional() }),
  'return-for-correction': command('return-for-correction', {
    items: z.array(CorrectionItemSchema).min(1).max(50),
    /** Only for a second return: why this could not be said the first time; a supervisor must send it. */
    secondReturnReason: ReasonSchema.optional(),
  }),
  'not-accept': command('not-accept', { facts: ReasonSchema, basis: z.string() }),
  'record-visit': command('record-visit', {
    visitedOn: z.iso.date(),
    findings: ReasonSchema,
    agreesWithApplication: z.boolean(),
  }),
  'confirm-visit': command('confirm-visit', { note: z.string().max(2000).optional() }),
  recommend: command('recommend', {
    opinion: z.enum(['support', 'oppose']),
    amount: FenSchema,
    reason: ReasonSchema,
    checklist: ChecklistSchema,
  }),
  approve: command('approve', {
    amount: FenSchema,
    reason: ReasonSchema,
    checklist: ChecklistSchema,
    /** Needed when the amount differs from the computed one or a must-rule failed. */
    deviationReason: ReasonSchema.optional(),
  }),
  refuse: command('refuse', { facts: ReasonSchema, basis: z.array(z.string()).min(1).max(10), checklist: ChecklistSchema }),
  'request-expedite': command('request-expedite', { reason: ReasonSchema }),
  'consent-expedite': command('consent-expedite', { agreed: z.boolean(), reason: ReasonSchema }),
  'extend-clock': command('extend-clock', { reason: ReasonSchema }),
  'answer-objection': command('answer-objection', { objectionId: z.string(), upheld: z.boolean(), findings: ReasonSchema }),
  'decide-internal-review': command('decide-internal-review', { outcome: z.enum(['uphold', 'revoke']), reason: ReasonSchema }),
} as const;

/** Acts of the clock, through the same core as people's, with itself as actor. */
export const clockCommands = {
  'deem-accepted': command('deem-accepted', {}),
  lapse: command('lapse', {}),
  escalate: command('escalate', { level: z.enum(['half', 'end']) }),
  'close-notice': command('close-notice', {}),
} as const;

/** Acts of the public, through the notice page. */
export const publicCommands = {
  object: command('object', { objectionId: z.string(), grounds: ReasonSchema }),
} as const;

const all = { ...applicantCommands, ...reviewerCommands, ...clockCommands, ...publicCommands } as const;

export const ApplicantCommandSchema = z.discriminatedUnion('type', [
  applicantCommands.submit,
  applicantCommands.resubmit,
  applicantCommands.withdraw,
  applicantCommands['request-internal-review'],
  applicantCommands.rate,
]);
export const ReviewerCommandSchema = z.discriminatedUnion('type', [
  reviewerCommands.claim,
  reviewerCommands.release,
  reviewerCommands.delegate,
  reviewerCommands.accept,
  reviewerCommands['return-for-correction'],
  reviewerCommands['not-accept'],
  reviewerCommands['record-visit'],
  reviewerCommands['confirm-visit'],
  reviewerCommands.recommend,
  reviewerCommands.approve,
  reviewerCommands.refuse,
  reviewerCommands['request-expedite'],
  reviewerCommands['consent-expedite'],
  reviewerCommands['extend-clock'],
  reviewerCommands['answer-objection'],
  reviewerCommands['decide-internal-review'],
]);

export type CommandType = keyof typeof all;
export type CommandOf<T extends CommandType> = z.infer<(typeof all)[T]>;
export type CaseCommand = { [T in CommandType]: CommandOf<T> }[CommandType];

/** Made by the client once per intended act; a retry with the same id gets the same answer. */
export const CommandIdSchema = z.uuid();
/** Version of the case the person saw: the sequence number of its latest event. */
export const VersionSchema = z.int().min(0);
