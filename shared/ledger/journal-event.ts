import * as z from 'zod';
import { DigestSchema, digestWithout, type Sha256, sha256 } from './digest.ts';
import { InstantSchema } from './instant-schema.ts';
import { JsonObjectSchema } from './json-value.ts';

/** Names a chain: a case, or whatever else keeps events. Plain ASCII, so that a log entry stays small. */
export const ChainIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,127}$/);

/** What the first event of a case names as its predecessor. */
export const noPredecessor = '0'.repeat(64);

/**
 * The event as stored, for good. It holds no personal data: people are named by id, answers and documents by
 * digest. `previous` is the hash of the event before it in the same case; `hash` covers all other members.
 */
export const JournalEventSchema = z.strictObject({
  caseId: ChainIdSchema,
  seq: z.int().min(1),
  type: z.string().min(1).max(64),
  at: InstantSchema,
  /** When it was written, where that is later than `at`: what falls due by itself takes effect when it is due. */
  recordedAt: InstantSchema.optional(),
  actor: z.strictObject({
    id: z.string().min(1).max(128),
    roles: z.array(z.string().max(64)).max(16),
    office: z.string().max(64).optional(),
  }),
  /** Made by the client once per intended act; a retry finds its event by it. */
  commandId: z.string().min(1).max(128),
  /** What the act rests on: programme version, clauses. */
  basis: JsonObjectSchema.optional(),
  data: JsonObjectSchema,
  previous: DigestSchema,
  hash: DigestSchema,
});
export type JournalEvent = z.infer<typeof JournalEventSchema>;

/** An event before it takes its place in the chain. */
export type EventDraft = Omit<JournalEvent, 'previous' | 'hash'>;

/** The hash an event must carry. */
export const eventHash = (event: object, hash: Sha256 = sha256): string =>
  digestWithout('hash', 'journal-event', event, hash);

/** Puts an event behind the one whose hash is `previous` (`noPredecessor` for the first of a case). */
export function sealEvent(draft: EventDraft, previous: string, hash: Sha256 = sha256): JournalEvent {
  const linked = { ...draft, previous };
  return { ...linked, hash: eventHash(linked, hash) };
}
