import type { RegistryKey } from '../persistence/keys.ts';
import type { Tables } from '../persistence/tables.ts';
import { type ConditionalWrite, commit, moved } from '../persistence/transaction.ts';

/**
 * An item of the index. Its content follows from the history up to `through` alone, so whoever writes it for the
 * same `through` writes the same, and one that reaches further is never put back.
 */
export type IndexItem = RegistryKey & { readonly through: number } & Readonly<Record<string, unknown>>;

/** Another run is further ahead: what this one was about to write is there already, and more. */
export class Overtaken extends Error {}

/** A transaction takes a hundred items and 4 MB; no item of ours is larger than 30 KB. */
const batchSize = 100;

/** @throws Overtaken */
export async function putForward(tables: Tables, items: readonly IndexItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += batchSize) {
    const writes = items.slice(from, from + batchSize).map(
      (Item): ConditionalWrite => ({
        action: {
          Put: {
            TableName: tables.registry,
            Item,
            ConditionExpression: 'attribute_not_exists(pk) OR through <= :through',
            ExpressionAttributeValues: { ':through': Item.through },
          },
        },
        failure: () => moved,
      }),
    );
    const committed = await commit(tables, writes);
    if (!committed.ok) throw new Overtaken();
  }
}
