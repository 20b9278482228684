import * as z from 'zod';
import { outboxPartition } from './keys.ts';
import { readPage, type Tables } from './tables.ts';

const KeptLetterSchema = z.object({
  id: z.string(),
  channel: z.enum(['mail', 'sms']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
});
export type KeptLetter = z.infer<typeof KeptLetterSchema>;

/** The latest letters that were kept instead of sent, newest first. */
export async function readOutbox(tables: Tables, limit: number): Promise<readonly KeptLetter[]> {
  const { items } = await readPage(tables, {
    TableName: tables.registry,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': outboxPartition },
    ScanIndexForward: false,
    Limit: limit,
  });
  return items.map((item) => KeptLetterSchema.parse(item));
}
