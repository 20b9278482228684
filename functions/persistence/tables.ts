import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { concurrently } from './concurrently.ts';
import type { JournalKey, RegistryKey } from './keys.ts';
import { answering, StorageUnavailable } from './storage-unavailable.ts';

/** The two tables: current state, and the events that led to it. */
export type Tables = {
  readonly client: DynamoDBDocumentClient;
  readonly registry: string;
  readonly journal: string;
};

/** An item as it comes: parsed by whoever asked for it. */
export type RawItem = Readonly<Record<string, unknown>>;

/** Strongly consistent: what is read is about to be decided on. */
export async function readItem(tables: Tables, key: RegistryKey | JournalKey): Promise<RawItem | undefined> {
  const { Item } = await answering(
    tables.client.send(
      new GetCommand({
        TableName: 'seq' in key ? tables.journal : tables.registry,
        Key: key,
        ConsistentRead: true,
      }),
    ),
  );
  return Item;
}

/** DynamoDB's own limit for one batch. */
const batchSize = 100;

/** Items of one of the tables, in any order; what is not there is left out. */
export async function readItems(
  tables: Tables,
  keys: readonly RegistryKey[] | readonly JournalKey[],
  { consistent = true }: { readonly consistent?: boolean } = {},
): Promise<readonly RawItem[]> {
  const table = keys.some((key) => 'seq' in key) ? tables.journal : tables.registry;
  const batches = Array.from({ length: Math.ceil(keys.length / batchSize) }, (_, nth) =>
    keys.slice(nth * batchSize, (nth + 1) * batchSize),
  );
  return (await concurrently(batches, (batch) => readBatch(tables, table, batch, consistent))).flat();
}

/** Answers are cut at 16 MB and when throttled; so many rounds are far beyond any page of ours. */
const mostRounds = 50;

async function readBatch(
  { client }: Tables,
  table: string,
  keys: readonly RawItem[],
  consistent: boolean,
): Promise<readonly RawItem[]> {
  const items: RawItem[] = [];
  let left = keys;
  for (let round = 0; left.length > 0; round += 1) {
    if (round === mostRounds) throw new StorageUnavailable(new Error('batch not answered'));
    const { Responses, UnprocessedKeys } = await answering(
      client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: [...left], ConsistentRead: consistent } } }),
      ),
    );
    items.push(...(Responses?.[table] ?? []));
    left = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return items;
}

type Page = { readonly items: readonly RawItem[]; readonly lastKey?: RawItem | undefined };

export async function readPage(tables: Tables, input: QueryCommandInput): Promise<Page> {
  const { Items, LastEvaluatedKey } = await answering(tables.client.send(new QueryCommand(input)));
  return { items: Items ?? [], lastKey: LastEvaluatedKey };
}

/** A whole partition, or the part of it whose sort key begins with `prefix`. For partitions that stay small. */
export async function readPartition(
  tables: Tables,
  table: string,
  pk: string,
  prefix?: string,
): Promise<readonly RawItem[]> {
  const items: RawItem[] = [];
  let from: RawItem | undefined;
  do {
    const page = await readPage(tables, {
      TableName: table,
      KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ...(prefix !== undefined && { ':prefix': prefix }) },
      ConsistentRead: true,
      ...(from && { ExclusiveStartKey: from }),
    });
    items.push(...page.items);
    from = page.lastKey;
  } while (from !== undefined);
  return items;
}
