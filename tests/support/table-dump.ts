import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Tables } from '../../functions/persistence/tables.ts';

/** Everything in both tables, in a fixed order: equal before and after means that nothing was written. */
export async function dump({ client, registry, journal }: Tables): Promise<readonly unknown[]> {
  const items: Record<string, unknown>[] = [];
  for (const TableName of [registry, journal]) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
      );
      items.push(...(page.Items ?? []).map((item) => ({ TableName, ...item })));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }
  return items
    .map((item) => JSON.stringify(item, (_, value) => (value instanceof Set ? [...value].sort() : value)))
    .sort();
}
