import * as z from 'zod';
import { registryTable } from '../../shared/storage/tables.ts';
import type { agendas, RegistryKey } from './keys.ts';
import { readPage, type Tables } from './tables.ts';

const [, index] = registryTable.indexes;
const EntrySchema = z.object({ pk: z.string(), sk: z.string() });
const pageSize = 100;

/**
 * The keys of what was to be attended to by `until`, the longest waiting first, page by page. The index runs a
 * moment behind its table: whoever reads it looks at the item itself before doing anything.
 */
export async function* appointments(
  tables: Tables,
  agenda: (typeof agendas)[keyof typeof agendas],
  until: string,
): AsyncGenerator<readonly RegistryKey[]> {
  let from: Readonly<Record<string, unknown>> | undefined;
  do {
    const { items, lastKey } = await readPage(tables, {
      TableName: tables.registry,
      IndexName: index.name,
      KeyConditionExpression: 'agenda = :agenda AND wake <= :until',
      ExpressionAttributeValues: { ':agenda': agenda, ':until': until },
      Limit: pageSize,
      ...(from && { ExclusiveStartKey: from }),
    });
    yield items.map((item) => EntrySchema.parse(item));
    from = lastKey;
  } while (from !== undefined);
}
