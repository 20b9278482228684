import * as z from 'zod';
import { type EmployeeNote, EmployeeNoteSchema } from '../../shared/employees/employee.ts';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import { employeeKey, employeesPartition } from './keys.ts';
import { readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const ItemSchema = z.object({
  sk: z.string(),
  version: z.int().min(1),
  /** Of the latest event of its chain. */
  hash: DigestSchema,
  note: EmployeeNoteSchema,
});
export type KeptNote = { readonly version: number; readonly hash: string; readonly note: EmployeeNote };

/** The notes of a town by person. */
export async function readNotesOf(tables: Tables, town: string): Promise<ReadonlyMap<string, KeptNote>> {
  const items = await readPartition(tables, tables.registry, employeesPartition(town));
  return new Map(items.map((item) => ItemSchema.parse(item)).map(({ sk, ...kept }) => [sk, kept]));
}

export async function readNote(tables: Tables, town: string, person: string): Promise<KeptNote | undefined> {
  const item = await readItem(tables, employeeKey(town, person));
  return item && ItemSchema.parse(item);
}

/** In place of the version that was seen. */
export const noteWrite = (
  tables: Tables,
  town: string,
  person: string,
  { version, hash, note }: KeptNote,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { version, hash, note, ...employeeKey(town, person) },
      ...(version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': version - 1 },
          }),
    },
  },
  failure: () => moved,
});
