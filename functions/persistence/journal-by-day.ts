import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { journalTable } from '../../shared/storage/tables.ts';
import { eventOf } from './journal.ts';
import { answering, StorageUnavailable } from './storage-unavailable.ts';
import { type RawItem, readPage, type Tables } from './tables.ts';

const [byDay] = journalTable.indexes;
const sliceSize = 100;

const EntrySchema = z.object({ pk: z.string(), seq: z.number(), day: z.string(), order: z.string() });
type Entry = z.infer<typeof EntrySchema>;

/** An event and its place among all events of its day. */
export type PlacedEvent = { readonly event: JournalEvent; readonly order: string };

/** `last` is where to go on; absent at the end of the day. */
export type DaySlice = { readonly events: readonly PlacedEvent[]; readonly last?: string };

/** The next hundred events of a day (Asia/Shanghai) after the place `after`, over all chains. */
export async function readDay(
  tables: Tables,
  day: string,
  after: string | undefined,
  newestFirst: boolean,
): Promise<DaySlice> {
  const beyond = newestFirst ? '<' : '>';
  const { items, lastKey } = await readPage(tables, {
    TableName: tables.journal,
    IndexName: byDay.name,
    KeyConditionExpression: after === undefined ? '#day = :day' : `#day = :day AND #order ${beyond} :after`,
    ExpressionAttributeNames: { '#day': 'day', ...(after !== undefined && { '#order': 'order' }) },
    ExpressionAttributeValues: { ':day': day, ...(after !== undefined && { ':after': after }) },
    ScanIndexForward: !newestFirst,
    Limit: sliceSize,
  });
  const entries = items.map((item) => EntrySchema.parse(item));
  const found = await readEvents(tables, entries);
  const events = entries.flatMap(({ pk, seq, order }) => {
    const event = found.get(`${pk} ${seq}`);
    return event ? [{ event, order }] : [];
  });
  const last = entries.at(-1)?.order;
  return { events, ...(lastKey !== undefined && last !== undefined && { last }) };
}

async function readEvents(tables: Tables, entries: readonly Entry[]): Promise<Map<string, JournalEvent>> {
  const found = new Map<string, JournalEvent>();
  let left: RawItem[] = entries.map(({ pk, seq }) => ({ pk, seq }));
  for (let rounds = 0; left.length > 0; rounds += 1) {
    if (rounds > 50) throw new StorageUnavailable(new Error('batch not answered'));
    const { Responses, UnprocessedKeys } = await answering(
      tables.client.send(new BatchGetCommand({ RequestItems: { [tables.journal]: { Keys: left } } })),
    );
    for (const item of Responses?.[tables.journal] ?? []) {
      found.set(`${item.pk} ${item.seq}`, eventOf(item));
    }
    left = UnprocessedKeys?.[tables.journal]?.Keys ?? [];
  }
  return found;
}
