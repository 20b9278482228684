import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import {
  type EventDraft,
  type JournalEvent,
  JournalEventSchema,
  noPredecessor,
  sealEvent,
} from '../../shared/ledger/journal-event.ts';
import { orderOf } from './journal-places.ts';
import { journalKey, journalPartition } from './keys.ts';
import { answering, StorageUnavailable } from './storage-unavailable.ts';
import { type RawItem, readItem, readPage, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, type Failure, moved } from './transaction.ts';

/**
 * The event as an item: itself, its key, and its place among all events of its day (Asia/Shanghai). The place is
 * when it was written: whoever has read up to a moment must not miss what takes effect earlier. It ends in the
 * event's hash, so that the index alone tells the sealer what to put into the log.
 */
function eventItem(event: JournalEvent): RawItem {
  const writtenAt = event.recordedAt ?? event.at;
  return {
    ...event,
    ...journalKey(event.caseId, event.seq),
    day: dateInShanghai(writtenAt),
    order: orderOf(writtenAt, event),
  };
}

export const eventMembers = ({ pk: _pk, day: _day, order: _order, ...event }: RawItem): RawItem => event;

/** Throws when the item is no event: the journal is written here and nowhere else. */
const eventOf = (item: RawItem): JournalEvent => JournalEventSchema.parse(eventMembers(item));

/** The same for whoever must go on when somebody else has written there: undefined when it is no event. */
export const readableEvent = (item: RawItem): JournalEvent | undefined =>
  JournalEventSchema.safeParse(eventMembers(item)).data;

/** Appends, never replaces. */
export const eventWrite = (
  tables: Tables,
  event: JournalEvent,
  failure: () => Failure = () => moved,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.journal,
      Item: eventItem(event),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  failure,
});

export async function readEvent(
  tables: Tables,
  chain: string,
  seq: number,
): Promise<JournalEvent | undefined> {
  const item = await readItem(tables, journalKey(chain, seq));
  return item && eventOf(item);
}

/** The whole chain in order. A case has some dozens of events, not thousands. */
export async function readChain(tables: Tables, chain: string): Promise<readonly JournalEvent[]> {
  const items = await readPartition(tables, tables.journal, journalPartition(chain));
  return items.map(eventOf);
}

async function lastEvent(tables: Tables, chain: string): Promise<JournalEvent | undefined> {
  const { items } = await readPage(tables, {
    TableName: tables.journal,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': journalPartition(chain) },
    ScanIndexForward: false,
    Limit: 1,
    ConsistentRead: true,
  });
  return items[0] && eventOf(items[0]);
}

const appendAttempts = 8;

/**
 * Puts an event at the end of a chain that has no head item: records of access, of publishing. Two writers
 * who meet take turns.
 * @throws {StorageUnavailable} when it could not be written; then whatever it records must not happen.
 */
export async function appendToChain(tables: Tables, draft: Omit<EventDraft, 'seq'>): Promise<JournalEvent> {
  for (let attempt = 1; attempt <= appendAttempts; attempt += 1) {
    const last = await lastEvent(tables, draft.caseId);
    const event = sealEvent({ ...draft, seq: (last?.seq ?? 0) + 1 }, last?.hash ?? noPredecessor);
    const written = await answering(
      tables.client
        .send(
          new PutCommand({
            TableName: tables.journal,
            Item: eventItem(event),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
        .then(
          () => true,
          (error: unknown) => {
            if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
            throw error;
          },
        ),
    );
    // An answer lost on the way makes the SDK send the event again, and then it meets itself.
    if (written || (await readEvent(tables, event.caseId, event.seq))?.hash === event.hash) return event;
  }
  throw new StorageUnavailable(new Error(`the chain ${draft.caseId} stays busy`));
}
