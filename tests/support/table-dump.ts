import { createHash } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Tables } from '../../functions/persistence/tables.ts';

type Item = Readonly<Record<string, unknown>>;

/** Every item of both tables, with the name of its table. */
async function allItems({
  client,
  registry,
  journal,
}: Tables): Promise<readonly (readonly [string, Item])[]> {
  const items: [string, Item][] = [];
  for (const TableName of [registry, journal]) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
      );
      for (const item of page.Items ?? []) items.push([TableName, item]);
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }
  return items;
}

/** All that the tables say in the open: sealed bytes are left out. */
export const plainText = async (tables: Tables): Promise<string> =>
  JSON.stringify(await allItems(tables), (_, value: unknown) =>
    value instanceof Uint8Array ? '' : value instanceof Set ? [...value] : value,
  );

/** A digest of every item in both tables by its key: equal before and after means that nothing was written. */
export async function dump(tables: Tables): Promise<Readonly<Record<string, string>>> {
  const digests = (await allItems(tables)).map(([table, item]) => [
    `${table} ${item.pk} ${item.sk ?? item.seq}`,
    createHash('sha256').update(inOrder(item)).digest('hex').slice(0, 16),
  ]);
  return Object.fromEntries(digests);
}

/** JSON whatever the order in which the engine hands out attributes and members of sets. */
function inOrder(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Set) return `{${[...value].map(inOrder).sort().join()}}`;
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${name}:${inOrder(member)}`);
  return `{${members.sort().join()}}`;
}
