import { type Sha256, sha256 } from './digest.ts';
import { type Fault, fault, type Place, sound, unsound, type Verdict } from './faults.ts';
import { eventHash, type JournalEvent, JournalEventSchema, noPredecessor } from './journal-event.ts';

/** How far a case has come: the number and hash of its latest event. */
export type ChainHead = { readonly seq: number; readonly hash: string };

/** What is wrong with an event by itself: whether its content still has the hash it carries. */
export const checkContent = (
  event: JournalEvent,
  place: Place = {},
  hash: Sha256 = sha256,
): Fault | undefined => (eventHash(event, hash) === event.hash ? undefined : fault('edited', {}, place));

/**
 * What is wrong with `event` as the one after `before` (of the same case; none before the first).
 * `elsewhere` tells whether the file has an event of that number in another place.
 */
export function checkLink(
  event: JournalEvent,
  before: ChainHead | undefined,
  place: Place = {},
  elsewhere: (seq: number) => boolean = () => false,
): Fault | undefined {
  const expected = (before?.seq ?? 0) + 1;
  if (event.seq > expected) {
    const code = elsewhere(expected) ? 'events-reordered' : 'event-missing';
    return fault(code, { expected }, { ...place, seq: code === 'event-missing' ? expected : event.seq });
  }
  if (event.seq < expected) return fault('event-repeated', {}, place);
  return event.previous === (before?.hash ?? noPredecessor)
    ? undefined
    : fault('other-predecessor', {}, place);
}

/** What is wrong with the end of a chain that should reach `expected`. */
export const checkHead = (found: ChainHead, expected: ChainHead, place: Place = {}): Fault | undefined =>
  found.seq === expected.seq && found.hash === expected.hash
    ? undefined
    : fault('other-head', { expected: expected.seq, found: found.seq }, { ...place, seq: expected.seq });

/**
 * Whether these are all events of one case up to its head, unaltered and in order: answers the head, or the first
 * bad event. Without an expected head, events cut from the end cannot be missed.
 */
export function verifyChain(
  values: readonly unknown[],
  expected: { readonly caseId?: string; readonly head?: ChainHead } = {},
  hash: Sha256 = sha256,
): Verdict<ChainHead> {
  const numbers = new Set(values.map((value) => JournalEventSchema.safeParse(value).data?.seq));
  let caseId = expected.caseId;
  let head: ChainHead | undefined;
  for (const [at, value] of values.entries()) {
    const parsed = JournalEventSchema.safeParse(value);
    if (!parsed.success) {
      return unsound(
        'malformed',
        { where: `/${(parsed.error.issues[0]?.path ?? []).join('/')}` },
        { row: at + 1 },
      );
    }
    const event = parsed.data;
    const place = { row: at + 1, caseId: event.caseId, seq: event.seq };
    caseId ??= event.caseId;
    const broken =
      checkContent(event, place, hash) ??
      (event.caseId === caseId ? undefined : fault('other-case', { found: event.caseId }, place)) ??
      checkLink(event, head, place, (seq) => numbers.has(seq));
    if (broken) return { ok: false, fault: broken };
    head = { seq: event.seq, hash: event.hash };
  }
  if (!head) return unsound('no-events', {}, expected.caseId ? { caseId: expected.caseId } : {});
  const broken = expected.head && checkHead(head, expected.head, caseId ? { caseId } : {});
  return broken ? { ok: false, fault: broken } : sound(head);
}
