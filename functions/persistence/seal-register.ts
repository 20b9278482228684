import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { InstantSchema } from '../../shared/calendar/instant.ts';
import { concurrently } from './concurrently.ts';
import { type EventPlace, placeNamed } from './journal-places.ts';
import { sealingProgressKey, sealKey, sealPartition } from './keys.ts';
import { answering, StorageUnavailable } from './storage-unavailable.ts';
import { readItem, readItems, readPartition, type Tables } from './tables.ts';

/**
 * Where the log holds each event. It repeats what the log itself says, so that nobody has to search there, and
 * is written from the log alone: should it be lost, it is made again.
 */
const SealItemSchema = z.object({ caseId: z.string(), seq: z.int(), index: z.int() });
export type SealedPlace = Readonly<z.infer<typeof SealItemSchema>>;

/** DynamoDB's own limit for one batch. */
const batchSize = 25;
const mostRounds = 10;

/** Enters places, also again. */
export async function enterSeals(tables: Tables, places: readonly SealedPlace[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(places.length / batchSize) }, (_, nth) =>
    places.slice(nth * batchSize, (nth + 1) * batchSize),
  );
  await concurrently(batches, (batch) => enterBatch(tables, batch));
}

async function enterBatch(tables: Tables, places: readonly SealedPlace[]): Promise<void> {
  let left = places.map((place) => ({ ...sealKey(place.caseId, place.seq), ...place }));
  for (let round = 0; left.length > 0; round += 1) {
    if (round === mostRounds) throw new StorageUnavailable(new Error('batch not written'));
    const puts = left.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await answering(
      tables.client.send(new BatchWriteCommand({ RequestItems: { [tables.registry]: puts } })),
    );
    const undone = (UnprocessedItems?.[tables.registry] ?? []).map(({ PutRequest }) => PutRequest?.Item);
    left = left.filter(({ pk, sk }) => undone.some((item) => item?.pk === pk && item?.sk === sk));
  }
}

/** All seals of a chain, in its order. */
export async function sealsOf(tables: Tables, chain: string): Promise<readonly SealedPlace[]> {
  const items = await readPartition(tables, tables.registry, sealPartition(chain));
  return items.map((item) => SealItemSchema.parse(item));
}

/** Tells of each of these places whether the log holds it. */
export async function sealedAmong(
  tables: Tables,
  places: readonly EventPlace[],
): Promise<(place: EventPlace) => boolean> {
  const distinct = new Map(places.map((place) => [placeNamed(place), sealKey(place.caseId, place.seq)]));
  const items = await readItems(tables, [...distinct.values()]);
  const sealed = new Set(items.map((item) => placeNamed(SealItemSchema.parse(item))));
  return (place) => sealed.has(placeNamed(place));
}

const ProgressSchema = z.object({
  /** How many entries of the log are in the register. */
  entered: z.int().min(0),
  /** When an event was last sealed. */
  sealedAt: InstantSchema.optional(),
  /** What happened before this instant is sealed, but for what may still appear late (see run-sealer.ts). */
  sealedThrough: InstantSchema.optional(),
});
export type SealingProgress = Readonly<z.infer<typeof ProgressSchema>>;

export async function readProgress(tables: Tables): Promise<SealingProgress> {
  const item = await readItem(tables, sealingProgressKey);
  return item ? ProgressSchema.parse(item) : { entered: 0 };
}

/** Of two sealers the slower one may put this back a little; then the next run repeats a little. */
export async function writeProgress(tables: Tables, progress: SealingProgress): Promise<void> {
  const Item = { ...progress, ...sealingProgressKey };
  await answering(tables.client.send(new PutCommand({ TableName: tables.registry, Item })));
}
