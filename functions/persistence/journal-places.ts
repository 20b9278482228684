import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { journalTable } from '../../shared/storage/tables.ts';
import { answering } from './storage-unavailable.ts';
import { type RawItem, readPage, type Tables } from './tables.ts';

const [byDay] = journalTable.indexes;

/** Names an event: its chain and its number there. */
export type EventPlace = { readonly caseId: string; readonly seq: number };

export const placeNamed = ({ caseId, seq }: EventPlace): string => `${caseId}/${seq}`;

/** An event as the index over days knows it; `order` is its place among all events of its day. */
export type IndexedPlace = EventPlace & {
  readonly order: string;
  /** Of the event, as it was written; absent where an earlier version wrote it, whose order does not tell. */
  readonly hash?: string;
};

/** What an order begins with. */
export const instantLength = '2026-01-01T00:00:00.000Z'.length;

/** `<written at>#<seq>#<hash>`; equal instants are in no order that means anything. */
export const orderOf = (writtenAt: string, { seq, hash }: { seq: number; hash: string }): string =>
  `${writtenAt}#${String(seq).padStart(6, '0')}#${Buffer.from(hash, 'hex').toString('base64url')}`;

const hashInOrder = /#([A-Za-z0-9_-]{43})$/;

function hashOf(order: string): string | undefined {
  const encoded = hashInOrder.exec(order)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64url').toString('hex');
}

const chainNamed = (partition: string): string => partition.slice('case#'.length);

const EntrySchema = z.object({ pk: z.string(), seq: z.number(), order: z.string() });

const placeOf = (item: RawItem): IndexedPlace => {
  const { pk, seq, order } = EntrySchema.parse(item);
  const hash = hashOf(order);
  return { caseId: chainNamed(pk), seq, order, ...(hash !== undefined && { hash }) };
};

/** `next` is where to go on; absent at the end of the day. */
export type PlacesPage = { readonly places: readonly IndexedPlace[]; readonly next?: string };

/** The next events of a day (Asia/Shanghai) behind the place `after`, over all chains, by their keys only. */
export async function readPlaces(
  tables: Tables,
  day: string,
  after: string,
  limit: number,
): Promise<PlacesPage> {
  const { items, lastKey } = await readPage(tables, {
    TableName: tables.journal,
    IndexName: byDay.name,
    KeyConditionExpression: '#day = :day AND #order > :after',
    ExpressionAttributeNames: { '#day': 'day', '#order': 'order' },
    ExpressionAttributeValues: { ':day': day, ':after': after },
    Limit: limit,
  });
  const places = items.map(placeOf);
  const last = places.at(-1);
  return { places, ...(lastKey !== undefined && last && { next: last.order }) };
}

const DaySchema = z.object({ day: z.string() });

/**
 * The day of the oldest event; undefined while there is none. It reads the keys of all events, so it is asked once,
 * by whoever has no place to begin at.
 */
export async function firstDayOfJournal(tables: Tables): Promise<string | undefined> {
  let first: string | undefined;
  let after: RawItem | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await answering(
      tables.client.send(
        new ScanCommand({
          TableName: tables.journal,
          IndexName: byDay.name,
          ProjectionExpression: '#day',
          ExpressionAttributeNames: { '#day': 'day' },
          ...(after && { ExclusiveStartKey: after }),
        }),
      ),
    );
    for (const { day } of Items.map((item) => DaySchema.parse(item))) {
      if (first === undefined || day < first) first = day;
    }
    after = LastEvaluatedKey;
  } while (after);
  return first;
}

const scannedAtOnce = 500;
const KeySchema = z.object({ pk: z.string(), seq: z.number() });

/** Every event of the journal by its key, page by page, each chain in its order: for audits, which trust no index. */
export async function* allPlaces(tables: Tables): AsyncGenerator<readonly EventPlace[]> {
  let after: RawItem | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await answering(
      tables.client.send(
        new ScanCommand({
          TableName: tables.journal,
          ProjectionExpression: 'pk, seq',
          ConsistentRead: true,
          Limit: scannedAtOnce,
          ...(after && { ExclusiveStartKey: after }),
        }),
      ),
    );
    yield Items.map((item) => KeySchema.parse(item)).map(({ pk, seq }) => ({ caseId: chainNamed(pk), seq }));
    after = LastEvaluatedKey;
  } while (after);
}
