import * as z from 'zod';
import type { JournalEvent } from '../ledger/journal-event.ts';
import { type CaseEvent, type EventType, eventTypes } from '../workflow/event.ts';
import type { CaseState } from '../workflow/state.ts';

/**
 * What other systems of the county hear on the bus: an envelope that is the same for every event, and of the
 * event's data what is listed here. Nobody's words, nobody's id: whoever needs more asks the API for the case.
 *
 * What may be added without a new version: members and event types. Anything else makes a version of its own,
 * published beside the old one until nobody listens to that any more.
 */
export const busVersion = 1;
export const busSource = 'factory-incentives';

const Fen = z.int().min(0).describe('fen (0.01 yuan)');
const Day = z.iso.date().describe('day in Asia/Shanghai');
const part = z.int().min(1).describe('number of the payment, from 1');
const obligation = z.string().describe('id of the obligation in the programme');
const round = z.int().min(1).describe('how often the obligation has fallen due, from 1');
const fund = z.string().describe('<funder>:<programme>:<year>');
const voucher = z.string().describe('number of the payment voucher or receipt');
const office = z.string().describe('id of the office');
const arrival = z.object({ stage: z.string(), office, due: Day });
const time = z.object({ used: z.int(), promised: z.int() }).describe('working days of the stage');
const nothing = z.object({});

/** Of each event's data, what is told. Parsing strips whatever is not named. */
const busData = {
  'application-submitted': z.object({ next: arrival }),
  'case-claimed': nothing,
  'case-released': nothing,
  'case-delegated': nothing,
  'application-accepted': z.object({ silent: z.boolean(), time, next: arrival }),
  'correction-requested': z.object({ due: Day }),
  'correction-submitted': z.object({ due: Day }),
  'application-not-accepted': z.object({ basis: z.string(), time }),
  'site-visited': z.object({ visitedOn: Day, agreesWithApplication: z.boolean() }),
  'site-visit-confirmed': nothing,
  'recommendation-made': z.object({
    stage: z.string(),
    opinion: z.enum(['support', 'oppose']),
    amount: Fen,
    time,
    next: arrival,
  }),
  'stage-approved': z.object({ stage: z.string(), amount: Fen, time, next: arrival }),
  'application-approved': z.object({
    stage: z.string(),
    grant: z.object({
      amount: Fen,
      fund: fund.optional(),
      premises: z
        .object({
          unit: z.string(),
          area: z.int().describe('0.01 m²'),
          from: Day,
          to: Day.describe('last day'),
        })
        .optional(),
    }),
    time,
  }),
  'application-refused': z.object({
    stage: z.string(),
    basis: z.array(z.string()),
    time,
    reviewUntil: Day.optional(),
  }),
  'expedite-requested': nothing,
  'expedite-decided': z.object({ agreed: z.boolean(), due: Day }),
  'clock-extended': z.object({ due: Day }),
  'due-date-moved': z.object({ due: Day }),
  'case-escalated': z.object({ level: z.enum(['half', 'end']) }),
  'objection-filed': z.object({ objection: z.int() }),
  'objection-dismissed': z.object({ objection: z.int() }),
  'objection-upheld': z.object({ objection: z.int() }),
  'notice-closed': z.object({ office, deliverBy: Day }),
  'application-withdrawn': nothing,
  'application-lapsed': nothing,
  'internal-review-requested': z.object({ office, due: Day }),
  'refusal-upheld': nothing,
  'refusal-revoked': z.object({ next: arrival }),
  'service-rated': z.object({ stars: z.int().min(1).max(5) }),
  'documents-supplied': nothing,
  'payment-prepared': z.object({ part, amount: Fen }),
  'payment-approved': z.object({ part }),
  'payment-cancelled': z.object({ part }),
  'payment-made': z.object({ part, amount: Fen, fund, voucher, paidOn: Day }),
  'payment-failed': z.object({ part }),
  'payment-sent-back': z.object({
    part,
    amount: Fen,
    fund,
    voucher,
    returnedOn: Day,
    again: z.object({ office, due: Day }).optional(),
  }),
  'unpaid-released': z.object({ amount: Fen, fund }),
  'award-cancelled': nothing,
  'premises-handed-over': z.object({ unit: z.string(), lease: z.object({ from: Day, to: Day }) }),
  'lease-confirmed': nothing,
  'report-submitted': z.object({ obligation, round, kept: z.enum(['yes', 'no', 'unclear']) }),
  'obligation-kept': z.object({ obligation, round }),
  'report-sent-back': z.object({ obligation, round }),
  'report-fell-due': z.object({ obligation, round }),
  'breach-recorded': z.object({ obligation, mendBy: Day }),
  'breach-mended': z.object({ obligation }),
  'mend-ran-out': z.object({ obligation }),
  'recovery-opened': z.object({
    obligation,
    amount: Fen,
    terminates: z.boolean(),
    released: Fen,
    office,
    due: Day,
  }),
  'repayment-recorded': z.object({ amount: Fen, voucher, receivedOn: Day }),
  'write-off-proposed': z.object({ amount: Fen, office }),
  'write-off-declined': z.object({ office }),
  'written-off': z.object({ amount: Fen, released: Fen }),
  'award-closed': nothing,
} as const satisfies { readonly [T in EventType]: z.ZodObject };

const envelope = {
  version: z.literal(busVersion),
  id: z.string().describe('<case>#<number of the event>; the bus may deliver an event twice'),
  case: z.string().describe('case and receipt number'),
  seq: z.int().min(1).describe('number of the event within its case, from 1 without gaps'),
  at: z.iso.datetime({ precision: 3 }).describe('when it took effect, UTC'),
  programme: z.object({ id: z.string(), version: z.int() }),
  town: z.string().describe('division code'),
  status: z.string().describe('of the case after the event'),
} as const;

const detailSchema = <T extends EventType>(type: T) =>
  z.object({ ...envelope, type: z.literal(type), data: busData[type] });

/** The `Detail` of an event on the bus; its detail-type is the event's type. */
export function busDetail(
  event: CaseEvent,
  { caseId, seq, at }: Pick<JournalEvent, 'caseId' | 'seq' | 'at'>,
  after: CaseState,
): object {
  return detailSchema(event.type).parse({
    version: busVersion,
    id: `${caseId}#${seq}`,
    case: caseId,
    seq,
    at,
    type: event.type,
    programme: after.programme,
    town: after.town,
    status: after.status,
    data: event.data,
  });
}

/**
 * JSON Schema (draft 2020-12) of every event's detail, by event type. Members that are not named are allowed:
 * whoever reads events must bear members that were added since.
 */
export const busJsonSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    eventTypes.map((type) => [
      type,
      {
        $id: `urn:factory-incentives:bus:${type}:${busVersion}`,
        ...z.toJSONSchema(detailSchema(type), { io: 'input' }),
      },
    ]),
  );

/** Only the `data` of an event's schema, for reading. */
export const busDataSchema = (type: EventType): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(busData[type], { io: 'input' });
  return schema;
};

/** The members around the data, the same for every event. */
export const busEnvelopeSchema = (): object =>
  z.toJSONSchema(z.object({ ...envelope, type: z.string(), data: z.looseObject({}) }), { io: 'input' });
