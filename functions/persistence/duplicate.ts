import * as z from 'zod';
import { duplicateVerdicts } from '../../shared/duplicates/compare-applications.ts';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import { duplicateKey } from './keys.ts';
import { type RawItem, readItem, readItems, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const DecisionSchema = z.strictObject({
  pair: z.string(),
  /** Number of the latest event of the pair. */
  version: z.int().min(1),
  hash: DigestSchema,
  verdict: z.enum(duplicateVerdicts),
  findings: z.string(),
  at: z.string(),
  by: z.string(),
  office: z.string().optional(),
});
export type DuplicateDecision = Readonly<z.infer<typeof DecisionSchema>>;

const decisionOf = ({ pk: _pk, sk: _sk, ...item }: RawItem): DuplicateDecision => DecisionSchema.parse(item);

export async function readDuplicate(tables: Tables, pair: string): Promise<DuplicateDecision | undefined> {
  const item = await readItem(tables, duplicateKey(pair));
  return item && decisionOf(item);
}

/** What was decided so far on these pairs, by pair. */
export async function readDuplicates(
  tables: Tables,
  pairs: readonly string[],
): Promise<ReadonlyMap<string, DuplicateDecision>> {
  const items = await readItems(tables, pairs.map(duplicateKey));
  return new Map(items.map(decisionOf).map((decision) => [decision.pair, decision]));
}

export const duplicateWrite = (tables: Tables, decision: DuplicateDecision): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...decision, ...duplicateKey(decision.pair) },
      ...(decision.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': decision.version - 1 },
          }),
    },
  },
  failure: () => moved,
});
