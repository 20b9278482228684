import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { formatMoney } from '../../shared/language/format.ts';
import { fundKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, refused } from './transaction.ts';

/** A year's money for a programme, all in fen: allocated = available + committed + paid. */
const FundSchema = z.strictObject({
  fund: z.string(),
  allocated: z.int(),
  available: z.int().min(0),
  committed: z.int().min(0),
  paid: z.int().min(0),
});
export type Fund = Readonly<z.infer<typeof FundSchema>>;

export const fundOf = ({ pk: _pk, sk: _sk, ...item }: RawItem): Fund => FundSchema.parse(item);

export async function readFund(tables: Tables, fund: string): Promise<Fund | undefined> {
  const item = await readItem(tables, fundKey(fund));
  return item && fundOf(item);
}

/** Moves fen from available to committed, or back with a negative amount; never more than there is. */
export const fundWrite = (tables: Tables, fund: string, amount: number): ConditionalWrite => ({
  action: {
    Update: {
      TableName: tables.registry,
      Key: fundKey(fund),
      UpdateExpression: 'ADD available :less, committed :more',
      ConditionExpression: 'available >= :amount AND committed >= :back',
      ExpressionAttributeValues: { ':less': -amount, ':more': amount, ':amount': amount, ':back': -amount },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  failure: (standing) => {
    const available = formatMoney(Number(standing?.available?.N ?? 0), 'zh');
    return refused({ code: 'fund-insufficient', params: { available } });
  },
});

/** Opens a fund with this year's allocation; one that is open stays as it is. */
export async function openFund(tables: Tables, fund: string, allocated: number): Promise<void> {
  const opened: Fund = { fund, allocated, available: allocated, committed: 0, paid: 0 };
  await answering(
    tables.client
      .send(
        new PutCommand({
          TableName: tables.registry,
          Item: { ...opened, ...fundKey(fund) },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
      }),
  );
}
