import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { messagesOf } from '../../shared/messages/messages-of.ts';
import { traceOf } from '../http/log.ts';
import { announce } from '../messages/announce.ts';
import { eventDeliveryWrite } from '../persistence/delivery.ts';
import {
  type EventPlace,
  type IndexedPlace,
  type PlacesPage,
  readPlaces,
} from '../persistence/journal-places.ts';
import { announcementKey, enterpriseOfChain } from '../persistence/keys.ts';
import { moveCursor, readCursor } from '../persistence/notifier-cursor.ts';
import { StorageUnavailable } from '../persistence/storage-unavailable.ts';
import { readItems } from '../persistence/tables.ts';
import { commit } from '../persistence/transaction.ts';
import { announceProfileEvent } from './announce-profile-event.ts';
import { channelsOf, type NotifierSystem } from './notifier-system.ts';
import { type ToldCase, toldCase } from './told-event.ts';

/**
 * An event is in the index of its day some time after the instant it carries: its transaction may have been
 * repeated for as long as its function lives (the clock's four minutes), and the index is a moment behind. So
 * the last minutes are read again by every run.
 */
const settlingMs = 5 * 60_000;
const pageSize = 100;
/** How far the very first run looks back. */
const firstLookMs = 7 * 86_400_000;

const earlier = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString();
const isCase = (chain: string): boolean => chain.startsWith('PL-');

const sourceOf = ({ caseId, seq }: EventPlace): string => `${caseId}#${seq}`;

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
    while (after !== undefined) {
      const { places, next }: PlacesPage = await readPlaces(tables, day, after, pageSize);
      // A case whose acts follow each other quickly is read once for all of them.
      const cases = new Map<string, Promise<ToldCase>>();
      for (const place of await unannounced(system, places)) {
        const { caseId } = place;
        if (isCase(caseId)) {
          const told = cases.get(caseId) ?? toldCase(system, caseId);
          cases.set(caseId, told);
          await announceOrPutOff(system, place, async () => announceEvent(system, place, await told));
        } else {
          await announceOrPutOff(system, place, () => announceProfileEvent(system, place));
        }
        announced += 1;
      }
      after = next;
    }
  }
  await moveCursor(tables, earlier(began, settlingMs));
  return announced;
}

async function unannounced(
  { tables }: NotifierSystem,
  places: readonly IndexedPlace[],
): Promise<readonly IndexedPlace[]> {
  const told = places.filter(({ caseId }) => isCase(caseId) || enterpriseOfChain(caseId) !== undefined);
  const keys = told.map((place) => announcementKey(sourceOf(place)));
  const made = new Set((await readItems(tables, keys)).map(({ pk }) => pk));
  return told.filter((place) => !made.has(announcementKey(sourceOf(place)).pk));
}

/** An event that cannot be announced now is tried again later, and does not hold up those after it. */
async function announceOrPutOff(
  system: NotifierSystem,
  place: IndexedPlace,
  tell: () => Promise<void>,
): Promise<void> {
  const { caseId, seq } = place;
  try {
    await tell();
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    system.log('error', { function: 'notifier', caseId, seq, ...traceOf(error) });
    const now = system.now();
    const enterprise = enterpriseOfChain(caseId);
    const subject = enterprise === undefined ? { caseId } : { enterprise };
    const occasion = { source: sourceOf(place), ...subject, at: now };
    await commit(system.tables, [eventDeliveryWrite(system.tables, occasion, 'announce', seq, now)]);
  }
}

/** Tells everybody whom an event concerns. */
export async function announceEvent(
  system: NotifierSystem,
  { caseId, seq }: EventPlace,
  told: ToldCase,
): Promise<void> {
  const { journalled, event, before, after, programme } = told(seq);
  const { at, actor } = journalled;
  const messages = messagesOf(event, { before, after, programme, actor: actor.id, at });
  const occasion = { source: sourceOf({ caseId, seq }), caseId, at };
  await announce(system.tables, channelsOf(system), occasion, messages, system.now(), seq);
}
