import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { journalKey, journalPartition } from '../../../functions/persistence/keys.ts';
import type { RawItem, Tables } from '../../../functions/persistence/tables.ts';

/** The items of a chain as they are stored, in order. */
export async function itemsOf({ client, journal }: Tables, chain: string): Promise<readonly RawItem[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: journal,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': journalPartition(chain) },
      ConsistentRead: true,
    }),
  );
  return Items ?? [];
}

export async function overwrite({ client, journal }: Tables, item: RawItem): Promise<void> {
  await client.send(new PutCommand({ TableName: journal, Item: { ...item } }));
}

export async function erase({ client, journal }: Tables, chain: string, seq: number): Promise<void> {
  await client.send(new DeleteCommand({ TableName: journal, Key: journalKey(chain, seq) }));
}
