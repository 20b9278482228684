import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { messagesOf } from '../../shared/messages/messages-of.ts';
import { traceOf } from '../http/log.ts';
import { announce } from '../messages/announce.ts';
import { eventDeliveryWrite } from '../persistence/delivery.ts';
import type { Occasion } from '../persistence/inbox.ts';
import { type PlacedEvent, readDay } from '../persistence/journal-by-day.ts';
import { announcementKey } from '../persistence/keys.ts';
import { moveCursor, readCursor } from '../persistence/notifier-cursor.ts';
import { StorageUnavailable } from '../persistence/storage-unavailable.ts';
import { readItems } from '../persistence/tables.ts';
import { commit } from '../persistence/transaction.ts';
import { channelsOf, type NotifierSystem } from './notifier-system.ts';
import { toldEvent } from './told-event.ts';

/**
 * An event is in the index of its day some time after the instant it carries: its transaction may have been
 * repeated for as long as its function lives (the clock's four minutes), and the index is a moment behind. So
 * the last minutes are read again by every run.
 */
const settlingMs = 5 * 60_000;
/** How far the very first run looks back. */
const firstLookMs = 7 * 86_400_000;

const earlier = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString();
const isCase = (chain: string): boolean => chain.startsWith('PL-');

const occasionOf = (caseId: string, seq: number, at: string): Occasion => ({
  source: `${caseId}#${seq}`,
  caseId,
  at,
});

/**
 * Announces every event of the journal that was not announced yet, in the order in which they were written.
 * What started it does not matter: it goes by its own cursor.
 * @returns how many it announced.
 */
export async function announceEvents(system: NotifierSystem): Promise<number> {
  const { tables, now } = system;
  const began = now();
  const from = (await readCursor(tables)) ?? earlier(began, firstLookMs);
  let announced = 0;
  for (let day = dateInShanghai(from); day <= dateInShanghai(began); day = addCalendarDays(day, 1)) {
    let after: string | undefined = from;
    do {
      const slice = await readDay(tables, day, after, false);
      for (const placed of await unannounced(system, slice.events)) {
        await announceOrPutOff(system, placed);
        announced += 1;
      }
      after = slice.last;
    } while (after !== undefined);
  }
  await moveCursor(tables, earlier(began, settlingMs));
  return announced;
}

async function unannounced(
  { tables }: NotifierSystem,
  placed: readonly PlacedEvent[],
): Promise<readonly PlacedEvent[]> {
  const ofCases = placed.filter(({ event }) => isCase(event.caseId));
  const sourceOf = ({ event }: PlacedEvent): string => `${event.caseId}#${event.seq}`;
  const keys = ofCases.map((one) => announcementKey(sourceOf(one)));
  const made = new Set((await readItems(tables, keys)).map(({ pk }) => pk));
  return ofCases.filter((one) => !made.has(announcementKey(sourceOf(one)).pk));
}

/** An event that cannot be announced now is tried again later, and does not hold up those after it. */
async function announceOrPutOff(system: NotifierSystem, { event }: PlacedEvent): Promise<void> {
  const { caseId, seq, at } = event;
  try {
    await announceEvent(system, caseId, seq);
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    system.log('error', { function: 'notifier', caseId, seq, ...traceOf(error) });
    const occasion = occasionOf(caseId, seq, at);
    await commit(system.tables, [eventDeliveryWrite(system.tables, occasion, 'announce', seq, system.now())]);
  }
}

/** Tells everybody whom an event concerns. */
export async function announceEvent(system: NotifierSystem, caseId: string, seq: number): Promise<void> {
  const { journalled, event, before, after, programme } = await toldEvent(system, caseId, seq);
  const { at, actor } = journalled;
  const messages = messagesOf(event, { before, after, programme, actor: actor.id, at });
  const occasion = occasionOf(caseId, seq, at);
  await announce(system.tables, channelsOf(system), occasion, messages, system.now(), seq);
}
