import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { InstantSchema } from '../../shared/calendar/instant.ts';
import { concurrently } from './concurrently.ts';
import { type EventPlace, placeNamed } from './journal-places.ts';
import {
  formerSealKey,
  type RegistryKey,
  sealingProgressKey,
  sealKey,
  sealPartition,
  sealsPrefix,
} from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { type RawItem, readItem, readItems, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, commit, moved } from './transaction.ts';

/**
 * Where the log holds each event. It repeats what the log itself says, so that nobody has to search there, and
 * is written from the log alone: should it be lost, it is made again. An item holds 64 events of a chain, so an
 * event by itself costs a write unit, and thousands that were sealed together cost a request for a hundred chains.
 */
export type SealedPlace = EventPlace & { readonly index: number };

/** A set, for adding to it neither needs to know what is there nor minds that it is done twice, or by two. */
const ItemSchema = z.object({ pk: z.string(), seals: z.set(z.string().regex(/^\d+@\d+$/)) });

const chainOf = (partition: string): string => partition.slice(sealPartition('').length);

function placesIn(item: RawItem): readonly SealedPlace[] {
  const { pk, seals } = ItemSchema.parse(item);
  return Array.from(seals, (seal) => {
    const [seq, index] = seal.split('@').map(Number);
    return { caseId: chainOf(pk), seq: seq ?? 0, index: index ?? 0 };
  });
}

/** As a former version kept it: an item for each event. Read until the register has been made anew. */
const FormerItemSchema = z.object({ caseId: z.string(), seq: z.int(), index: z.int() });

/** DynamoDB's own limit for one transaction. */
const itemsAtOnce = 100;

/** Enters places, also again. */
export async function enterSeals(tables: Tables, places: readonly SealedPlace[]): Promise<void> {
  const items = Map.groupBy(places, ({ caseId, seq }) => JSON.stringify(sealKey(caseId, seq)));
  const writes = Array.from(items.values(), (together) => sealsWrite(tables, together));
  const transactions = Array.from({ length: Math.ceil(writes.length / itemsAtOnce) }, (_, nth) =>
    writes.slice(nth * itemsAtOnce, (nth + 1) * itemsAtOnce),
  );
  await concurrently(transactions, (transaction) => commit(tables, transaction), 2);
}

/** @param places of one item. */
function sealsWrite(tables: Tables, places: readonly SealedPlace[]): ConditionalWrite {
  const [first] = places;
  if (!first) throw new RangeError('nothing to enter');
  return {
    action: {
      Update: {
        TableName: tables.registry,
        Key: sealKey(first.caseId, first.seq),
        UpdateExpression: 'ADD seals :added',
        ExpressionAttributeValues: { ':added': new Set(places.map(({ seq, index }) => `${seq}@${index}`)) },
      },
    },
    failure: () => moved,
  };
}

const inOrder = (a: SealedPlace, b: SealedPlace): number => a.seq - b.seq || a.index - b.index;

/** All seals of a chain, in its order. */
export async function sealsOf(tables: Tables, chain: string): Promise<readonly SealedPlace[]> {
  const items = await readPartition(tables, tables.registry, sealPartition(chain));
  const [now, former] = [items.filter(isSeals), items.filter((item) => !isSeals(item))];
  const places = now.flatMap(placesIn);
  const entered = new Set(places.map(({ seq }) => seq));
  const others = former.map((item) => FormerItemSchema.parse(item)).filter(({ seq }) => !entered.has(seq));
  return [...places, ...others].sort(inOrder);
}

const isSeals = ({ sk }: RawItem): boolean => typeof sk === 'string' && sk.startsWith(sealsPrefix);

/** Names the item of the register in which a place is. */
export const registerItemOf = ({ caseId, seq }: EventPlace): string => `${sealKey(caseId, seq).sk} ${caseId}`;

/** The seals of these places, and what else is in the same items. */
export async function sealsAround(
  tables: Tables,
  places: readonly EventPlace[],
  progress: SealingProgress,
): Promise<readonly SealedPlace[]> {
  const items = await readDistinct(
    tables,
    places.map(({ caseId, seq }) => sealKey(caseId, seq)),
  );
  const seals = items.flatMap(placesIn);
  if (!isBeingMadeAnew(progress)) return seals;
  const entered = new Set(seals.map(placeNamed));
  const former = await readDistinct(
    tables,
    places
      .filter((place) => !entered.has(placeNamed(place)))
      .map((one) => formerSealKey(one.caseId, one.seq)),
  );
  return [...seals, ...former.map((item) => FormerItemSchema.parse(item))];
}

const readDistinct = (tables: Tables, keys: readonly RegistryKey[]): Promise<readonly RawItem[]> =>
  readItems(tables, [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()]);

const ProgressSchema = z.object({
  /** How many entries the log is known to have. It never has fewer again. */
  entered: z.int().min(0),
  /** How many of them are in the register; none as long as only a former version has written it. */
  inRegister: z.int().min(0).default(0),
  /** When an event was last sealed. */
  sealedAt: InstantSchema.optional(),
  /** What happened before this instant is sealed, but for what may still appear late (see run-sealer.ts). */
  sealedThrough: InstantSchema.optional(),
});
export type SealingProgress = Readonly<z.infer<typeof ProgressSchema>>;

/** While a former version's register is being brought into this one's form, both are read. */
export const isBeingMadeAnew = ({ entered, inRegister }: SealingProgress): boolean => inRegister < entered;

export async function readProgress(tables: Tables): Promise<SealingProgress> {
  const item = await readItem(tables, sealingProgressKey);
  return item ? ProgressSchema.parse(item) : { entered: 0, inRegister: 0 };
}

/** Of two sealers the slower one may put this back a little; then the next run repeats a little. */
export async function writeProgress(tables: Tables, progress: SealingProgress): Promise<void> {
  const Item = { ...progress, ...sealingProgressKey };
  await answering(tables.client.send(new PutCommand({ TableName: tables.registry, Item })));
}
