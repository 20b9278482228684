import * as z from 'zod';
import { awardEntryKey, awardsPartition } from './keys.ts';
import { readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const EntrySchema = z.object({ caseId: z.string() });

/** Puts a case on its town's list of awards, once, when it becomes one. What became of it is in its head. */
export const awardEntryWrite = (
  tables: Tables,
  { town, caseId }: { readonly town: string; readonly caseId: string },
): ConditionalWrite => ({
  action: { Put: { TableName: tables.registry, Item: { caseId, ...awardEntryKey(town, caseId) } } },
  failure: () => moved,
});

/** Every case of the town that was ever an award. */
export async function readAwardsOf(tables: Tables, town: string): Promise<readonly string[]> {
  const items = await readPartition(tables, tables.registry, awardsPartition(town));
  return items.map((item) => EntrySchema.parse(item).caseId);
}
