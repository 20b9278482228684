import * as z from 'zod';
import type { Likeness } from '../../shared/duplicates/likeness.ts';
import { likenessKey, likenessPartition } from './keys.ts';
import { readPage, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const EntrySchema = z.object({ caseId: z.string() });

/** More cases that share one thing than anybody would look through. */
const most = 100;

/** Enters a case under everything it can be recognised by. Entering it again changes nothing. */
export const likenessWrites = (
  tables: Tables,
  caseId: string,
  likenesses: readonly Likeness[],
): readonly ConditionalWrite[] =>
  likenesses.map(({ kind, hash }) => ({
    action: {
      Put: { TableName: tables.registry, Item: { caseId, ...likenessKey(kind, hash, caseId) } },
    },
    failure: () => moved,
  }));

/** The cases entered under one thing. */
export async function readLike(tables: Tables, { kind, hash }: Likeness): Promise<readonly string[]> {
  const { items } = await readPage(tables, {
    TableName: tables.registry,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': likenessPartition(kind, hash) },
    Limit: most,
  });
  return items.map((item) => EntrySchema.parse(item).caseId);
}
