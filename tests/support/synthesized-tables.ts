import type { TableDescription } from '@aws-sdk/client-dynamodb';

/** What makes two tables the same to everybody who reads and writes them. */
export type TableShape = {
  readonly keys: readonly string[];
  readonly indexes: Readonly<
    Record<string, { readonly keys: readonly string[]; readonly shows: readonly string[] }>
  >;
  readonly expiry: string | undefined;
};

type Described = Pick<TableDescription, 'KeySchema' | 'AttributeDefinitions' | 'GlobalSecondaryIndexes'>;

/** Both CloudFormation and DynamoDB itself describe a table in these words. */
export function shapeOf(table: Described, expiry: string | undefined): TableShape {
  const typeOf = (name?: string) =>
    table.AttributeDefinitions?.find(({ AttributeName }) => AttributeName === name);
  const keysOf = (schema: TableDescription['KeySchema']) =>
    (schema ?? []).map(
      ({ AttributeName, KeyType }) => `${KeyType} ${AttributeName} ${typeOf(AttributeName)?.AttributeType}`,
    );
  return {
    keys: keysOf(table.KeySchema),
    indexes: Object.fromEntries(
      (table.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        {
          keys: keysOf(KeySchema),
          shows: [Projection?.ProjectionType ?? '', ...[...(Projection?.NonKeyAttributes ?? [])].sort()],
        },
      ]),
    ),
    expiry,
  };
}
