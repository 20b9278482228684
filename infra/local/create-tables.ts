import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceInUseException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { IndexDeclaration, KeyAttribute, TableDeclaration } from '../../shared/storage/tables.ts';

/**
 * Makes every declared table that is not there yet, and adds indexes declared since. Safe to repeat; it
 * never removes anything.
 */
export async function createTables(
  client: DynamoDBClient,
  declarations: readonly TableDeclaration[],
): Promise<void> {
  await Promise.all(declarations.map((declaration) => createTable(client, declaration)));
}

async function createTable(client: DynamoDBClient, declaration: TableDeclaration): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: declaration.name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: attributesOf([declaration, ...declaration.indexes]),
        KeySchema: keySchemaOf(declaration),
        ...(declaration.indexes.length > 0 && {
          GlobalSecondaryIndexes: declaration.indexes.map(indexOf),
        }),
      }),
    );
    await active(client, declaration.name);
    await expire(client, declaration);
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    await addMissingIndexes(client, declaration);
  }
}

async function addMissingIndexes(client: DynamoDBClient, declaration: TableDeclaration): Promise<void> {
  const table = await active(client, declaration.name);
  const existing = new Set(table.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  // One at a time: DynamoDB builds no more than one index per update.
  for (const index of declaration.indexes.filter(({ name }) => !existing.has(name))) {
    await client.send(
      new UpdateTableCommand({
        TableName: declaration.name,
        AttributeDefinitions: attributesOf([declaration, index]),
        GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
      }),
    );
    await active(client, declaration.name);
  }
}

/** Waits for the table and each of its indexes; the embedded engine has them ready at once. */
async function active(client: DynamoDBClient, name: string): Promise<TableDescription> {
  for (let waitedMs = 0; waitedMs < 120_000; waitedMs += 500) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const parts = [Table?.TableStatus, ...(Table?.GlobalSecondaryIndexes ?? []).map((i) => i.IndexStatus)];
    if (Table !== undefined && parts.every((status) => status === 'ACTIVE')) return Table;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`table ${name} did not become ready within two minutes`);
}

async function expire(client: DynamoDBClient, { name, expiryAttribute }: TableDeclaration): Promise<void> {
  if (expiryAttribute === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
    }),
  );
}

type Keyed = { readonly partitionKey: KeyAttribute; readonly sortKey: KeyAttribute };

const keySchemaOf = ({ partitionKey, sortKey }: Keyed): KeySchemaElement[] => [
  { AttributeName: partitionKey.name, KeyType: 'HASH' },
  { AttributeName: sortKey.name, KeyType: 'RANGE' },
];

const attributesOf = (keyed: readonly Keyed[]): AttributeDefinition[] => {
  const types = new Map(
    keyed.flatMap(({ partitionKey, sortKey }) =>
      [partitionKey, sortKey].map(({ name, type }) => [name, type]),
    ),
  );
  return [...types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
};

const indexOf = (index: IndexDeclaration): GlobalSecondaryIndex => ({
  IndexName: index.name,
  KeySchema: keySchemaOf(index),
  Projection:
    index.projection === 'keys-only'
      ? { ProjectionType: 'KEYS_ONLY' }
      : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projection] },
});
