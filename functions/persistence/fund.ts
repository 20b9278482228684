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

type Pot = 'available' | 'committed' | 'paid';

/** Moves fen from one pot of the fund to another; never more than is in it. */
const move = (tables: Tables, fund: string, amount: number, from: Pot, to: Pot): ConditionalWrite => ({
  action: {
    Update: {
      TableName: tables.registry,
      Key: fundKey(fund),
      UpdateExpression: `ADD ${from} :less, ${to} :more`,
      ConditionExpression: `${from} >= :more`,
      ExpressionAttributeValues: { ':less': -amount, ':more': amount },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  failure: (standing) => {
    const available = formatMoney(Number(standing?.[from]?.N ?? 0), 'zh');
    return refused({ code: 'fund-insufficient', params: { available } });
  },
});

/** Fen are promised; or the promise falls. */
export const commitFund = (tables: Tables, fund: string, amount: number): ConditionalWrite =>
  move(tables, fund, amount, 'available', 'committed');
export const returnToFund = (tables: Tables, fund: string, amount: number): ConditionalWrite =>
  move(tables, fund, amount, 'committed', 'available');

/** Fen leave; or come back after a recovery. */
export const payFromFund = (tables: Tables, fund: string, amount: number): ConditionalWrite =>
  move(tables, fund, amount, 'committed', 'paid');
export const repayToFund = (tables: Tables, fund: string, amount: number): ConditionalWrite =>
  move(tables, fund, amount, 'paid', 'available');

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
