import * as z from 'zod';
import { onceOnlyBucketKey, type RegistryKey, reservationKey } from './keys.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, moved, refused, type Standing } from './transaction.ts';

/**
 * Who and what has been paid for already, over all programmes: the keyed hashes of roster rows and invoices.
 * A roster of 500 people makes up to 2,000 of them, and a transaction takes 100 items, so they lie in 64
 * buckets, each a set of short hashes: taking a whole roster stays one transaction with the decision that
 * pays for it. 100,000 hashes make buckets of 25 KB.
 */
const buckets = 64;

/** 72 bits of a keyed hash: among a million keys, one chance in ten thousand million of a false alarm. */
const fingerprintLength = 12;
export const fingerprintOf = (hash: string): string => hash.slice(0, fingerprintLength);

/** A key, what it stands for, which decides how it is refused, and which row it is of. */
export type OnceOnlyKey = {
  readonly fingerprint: string;
  readonly about: 'person' | 'item';
  /** `<once-only id>:<row>`: a row has a key for each month, and each once-only item has rows of its own. */
  readonly row: string;
};

const bucketOf = (fingerprint: string): number => (Buffer.from(fingerprint, 'base64url')[0] ?? 0) % buckets;

const bucketsOf = (fingerprints: readonly string[]): Map<number, string[]> =>
  Map.groupBy(fingerprints, bucketOf);

/** DynamoDB removes a set with its last member. */
const BucketSchema = z.object({ taken: z.set(z.string()).default(new Set()) });

/** The buckets in which the fingerprints would lie. */
export const bucketKeysOf = (fingerprints: readonly string[]): readonly RegistryKey[] =>
  [...bucketsOf(fingerprints).keys()].map(onceOnlyBucketKey);

/** All that is taken in a bucket. */
export const takenIn = (bucket: RawItem): ReadonlySet<string> => BucketSchema.parse(bucket).taken;

/** Takes all keys or none; the reservation remembers them for the day they are given back. */
export function registerWrites(
  tables: Tables,
  reservation: string,
  keys: readonly OnceOnlyKey[],
): readonly ConditionalWrite[] {
  const fingerprints = keys.map(({ fingerprint }) => fingerprint);
  const people = new Map(
    keys.flatMap(({ fingerprint, about, row }) => (about === 'person' ? [[fingerprint, row]] : [])),
  );
  return [
    {
      action: {
        Put: {
          TableName: tables.registry,
          Item: { ...reservationKey(reservation), keys: packJson(fingerprints) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      failure: () => moved,
    },
    ...[...bucketsOf(fingerprints)].map(([bucket, added]) => takeWrite(tables, bucket, added, people)),
  ];
}

function takeWrite(
  tables: Tables,
  bucket: number,
  added: readonly string[],
  people: ReadonlyMap<string, string>,
): ConditionalWrite {
  return {
    action: {
      Update: {
        TableName: tables.registry,
        Key: onceOnlyBucketKey(bucket),
        UpdateExpression: 'ADD taken :added',
        // As short as can be: an expression has 4 KB, and a bucket gets up to 200 keys of one roster.
        ConditionExpression: `NOT (${added.map((_, index) => `contains(#t,:${index.toString(36)})`).join(' OR ')})`,
        ExpressionAttributeNames: { '#t': 'taken' },
        ExpressionAttributeValues: {
          ':added': new Set(added),
          ...Object.fromEntries(added.map((fingerprint, index) => [`:${index.toString(36)}`, fingerprint])),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    failure: (standing: Standing | undefined) => {
      const taken = new Set(standing?.taken?.SS ?? []);
      const rows = added
        .filter((fingerprint) => taken.has(fingerprint))
        .flatMap((one) => people.get(one) ?? []);
      return rows.length === 0
        ? refused({ code: 'item-already-awarded' })
        : refused({ code: 'person-already-paid', params: { count: rows.length } }, rows);
    },
  };
}

const ReservationSchema = z.object({ keys: z.instanceof(Uint8Array) });

/** Gives back everything a reservation took. */
export async function releaseWrites(
  tables: Tables,
  reservation: string,
): Promise<readonly ConditionalWrite[]> {
  const item = await readItem(tables, reservationKey(reservation));
  if (item === undefined) return [];
  const fingerprints = z.array(z.string()).parse(unpackJson(ReservationSchema.parse(item).keys));
  return [
    {
      action: {
        Delete: {
          TableName: tables.registry,
          Key: reservationKey(reservation),
          ConditionExpression: 'attribute_exists(pk)',
        },
      },
      failure: () => moved,
    },
    ...[...bucketsOf(fingerprints)].map(
      ([bucket, freed]): ConditionalWrite => ({
        action: {
          Update: {
            TableName: tables.registry,
            Key: onceOnlyBucketKey(bucket),
            UpdateExpression: 'DELETE taken :freed',
            ExpressionAttributeValues: { ':freed': new Set(freed) },
          },
        },
        failure: () => moved,
      }),
    ),
  ];
}
