import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { notifierCursorKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { readItem, type Tables } from './tables.ts';

const CursorSchema = z.object({ through: z.string() });

/** The instant up to which every event is known to be announced; undefined before the first run. */
export async function readCursor(tables: Tables): Promise<string | undefined> {
  const item = await readItem(tables, notifierCursorKey);
  return item && CursorSchema.parse(item).through;
}

/** Two runs at once may set it back a little; then the next one reads a little more. */
export async function moveCursor(tables: Tables, through: string): Promise<void> {
  const Item = { through, ...notifierCursorKey };
  await answering(tables.client.send(new PutCommand({ TableName: tables.registry, Item })));
}
