import * as z from 'zod';
import {
  applicantAwardCommands,
  awardClockCommands,
  paymentCommands,
  supervisionCommands,
} from './award/award-commands.ts';
import { command, FenSchema, NoteSchema, ReasonSchema, unionOf } from './schema-parts.ts';

/**
 * What people and the clock may ask of a case. Imperative names. `commandId` and the expected version
 * travel beside the command, not inside it.
 */
const OfficerIdSchema = z.string().min(1).max(128);
const PointerSchema = z
  .string()
  .regex(/^(\/[^/]*)+$/)
  .max(200);
/** Ids of the programme's checklist that the officer has ticked. */
const ChecklistSchema = z.array(z.string().max(64)).max(50);
const BasisSchema = z.string().max(64);

/** One thing to mend: a field or a document slot, in the reviewer's words. */
export const CorrectionItemSchema = z.strictObject({ path: PointerSchema, reason: ReasonSchema });
export type CorrectionItem = z.infer<typeof CorrectionItemSchema>;

const applicantCommands = {
  submit: command('submit', {
    declaration: z.strictObject({ version: z.string(), agreed: z.literal(true) }),
  }),
  resubmit: command('resubmit', {}),
  withdraw: command('withdraw', { reason: ReasonSchema.optional() }),
  'request-internal-review': command('request-internal-review', { grounds: ReasonSchema }),
  rate: command('rate', {
    stars: z.int().min(1).max(5),
    comment: z.string().trim().max(500).optional(),
  }),
} as const;

const reviewerCommands = {
  claim: command('claim', {}),
  release: command('release', {}),
  delegate: command('delegate', { to: OfficerIdSchema, reason: ReasonSchema.optional() }),
  accept: command('accept', { checklist: ChecklistSchema, note: NoteSchema.optional() }),
  'return-for-correction': command('return-for-correction', {
    items: z.array(CorrectionItemSchema).min(1).max(50),
    /** Only for a second return: why this could not be said the first time; a supervisor must send it. */
    secondReturnReason: ReasonSchema.optional(),
  }),
  'not-accept': command('not-accept', { facts: ReasonSchema, basis: BasisSchema }),
  /** The site visit; at a two-officer stage without a visit, the minutes of the meeting. */
  'record-visit': command('record-visit', {
    visitedOn: z.iso.date(),
    findings: ReasonSchema,
    agreesWithApplication: z.boolean(),
  }),
  'confirm-visit': command('confirm-visit', { note: NoteSchema.optional() }),
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
    /** Premises for a shorter time than asked for; the amount is then the rent of these months. */
    months: z.int().min(1).max(600).optional(),
    /** Needed when the amount or the months differ from what was computed or a must-rule failed. */
    deviationReason: ReasonSchema.optional(),
  }),
  refuse: command('refuse', {
    facts: ReasonSchema,
    basis: z.array(BasisSchema).min(1).max(10),
    checklist: ChecklistSchema,
  }),
  'request-expedite': command('request-expedite', { reason: ReasonSchema }),
  'consent-expedite': command('consent-expedite', { agreed: z.boolean(), reason: ReasonSchema }),
  'extend-clock': command('extend-clock', { reason: ReasonSchema }),
  'answer-objection': command('answer-objection', {
    objection: z.int().min(1),
    upheld: z.boolean(),
    findings: ReasonSchema,
  }),
  'decide-internal-review': command('decide-internal-review', {
    outcome: z.enum(['uphold', 'revoke']),
    reason: ReasonSchema,
  }),
} as const;

/** Acts of the clock, through the same core as people's, with itself as actor. */
const clockCommands = {
  /** First of all: whatever else is due on the day a calendar comes into force is reckoned with it. */
  'move-due-date': command('move-due-date', {}),
  'deem-accepted': command('deem-accepted', {}),
  lapse: command('lapse', {}),
  /** Half or all of the promise is used: which of the two, the state knows. */
  escalate: command('escalate', {}),
  'close-notice': command('close-notice', {}),
} as const;

/** Acts of the public, through the notice page. */
const publicCommands = {
  object: command('object', { grounds: ReasonSchema }),
} as const;

const commandSchemas = {
  ...applicantCommands,
  ...reviewerCommands,
  ...clockCommands,
  ...publicCommands,
  ...applicantAwardCommands,
  ...paymentCommands,
  ...supervisionCommands,
  ...awardClockCommands,
} as const;

export const ApplicantCommandSchema = unionOf(applicantCommands);
export const ReviewerCommandSchema = unionOf(reviewerCommands);
export const ClockCommandSchema = unionOf({ ...clockCommands, ...awardClockCommands });
export const PublicCommandSchema = unionOf(publicCommands);
/** After approval: by the applicant, the office that pays, the offices that supervise. */
export const ApplicantAwardCommandSchema = unionOf(applicantAwardCommands);
export const PaymentCommandSchema = unionOf(paymentCommands);
export const SupervisionCommandSchema = unionOf(supervisionCommands);

export type CommandType = keyof typeof commandSchemas;
type Commands = { [T in CommandType]: z.infer<(typeof commandSchemas)[T]> };
/** Written as a mapped type, so that a table of deciders keeps the tie between type and payload. */
export type CaseCommand<T extends CommandType = CommandType> = {
  [K in T]: Commands[K] & { readonly type: K };
}[T];

const isCommandType = (name: string): name is CommandType => Object.hasOwn(commandSchemas, name);
export const commandTypes: readonly CommandType[] = Object.keys(commandSchemas).filter(isCommandType);
