import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { visitsKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import type { Tables } from './tables.ts';

/** Counted per clock hour; kept one hour more, so that nobody can be followed. */
const keptSeconds = 7200;

/**
 * Counts one more visit of `who` and says whether it is within the limit of this hour. `who` is a keyed hash:
 * where somebody comes from is not kept.
 */
export async function countVisit(
  tables: Tables,
  what: string,
  who: string,
  limit: number,
  now: string,
): Promise<boolean> {
  const counting = tables.client.send(
    new UpdateCommand({
      TableName: tables.registry,
      Key: visitsKey(what, who, now.slice(0, 13)),
      UpdateExpression: 'ADD visits :one SET expires = :expires',
      ConditionExpression: 'attribute_not_exists(visits) OR visits < :limit',
      ExpressionAttributeValues: {
        ':one': 1,
        ':limit': limit,
        ':expires': Math.floor(Date.parse(now) / 1000) + keptSeconds,
      },
    }),
  );
  return answering(
    counting.then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
        throw error;
      },
    ),
  );
}
