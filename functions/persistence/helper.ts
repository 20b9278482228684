import * as z from 'zod';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import { helperKey, helpersPartition } from './keys.ts';
import { readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const KeptHelperSchema = z.object({
  town: z.string(),
  enterprise: z.string(),
  enterpriseName: z.string(),
  officer: z.strictObject({ id: z.string(), name: z.string() }),
  since: z.iso.date(),
  /** Number and hash of the latest event of its chain. */
  version: z.int().min(1),
  hash: DigestSchema,
});
export type KeptHelper = z.infer<typeof KeptHelperSchema>;

export async function readHelpersOf(tables: Tables, town: string): Promise<readonly KeptHelper[]> {
  const items = await readPartition(tables, tables.registry, helpersPartition(town));
  return items.map((item) => KeptHelperSchema.parse(item));
}

export async function readHelper(
  tables: Tables,
  town: string,
  enterprise: string,
): Promise<KeptHelper | undefined> {
  const item = await readItem(tables, helperKey(town, enterprise));
  return item && KeptHelperSchema.parse(item);
}

/** In place of the version that was seen. */
export const helperWrite = (tables: Tables, kept: KeptHelper): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...kept, ...helperKey(kept.town, kept.enterprise) },
      ...(kept.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': kept.version - 1 },
          }),
    },
  },
  failure: () => moved,
});
