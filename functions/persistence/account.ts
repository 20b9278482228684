import * as z from 'zod';
import { accountPartition, pointerKey } from './keys.ts';
import { readPage, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const PointerSchema = z.object({
  sk: z.string(),
  caseId: z.string(),
  programme: z.object({ id: z.string(), version: z.int() }),
});
export type Pointer = z.infer<typeof PointerSchema>;

type Started = {
  readonly caseId: string;
  readonly startedAt: string;
  readonly programme: Pointer['programme'];
};

/** Puts a case on an account's list. The key is made of facts that never change, so it is written once. */
export const pointerWrite = (
  tables: Tables,
  account: string,
  { caseId, startedAt, programme }: Started,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { caseId, programme, ...pointerKey(account, startedAt, caseId) },
    },
  },
  failure: () => moved,
});

export const pointerRemoval = (
  tables: Tables,
  account: string,
  { caseId, startedAt }: Started,
): ConditionalWrite => ({
  action: { Delete: { TableName: tables.registry, Key: pointerKey(account, startedAt, caseId) } },
  failure: () => moved,
});

export type PointerPage = { readonly pointers: readonly Pointer[]; readonly next?: string };

/** Newest first; `after` is the sort key of the last one seen. */
export async function readPointers(
  tables: Tables,
  account: string,
  limit: number,
  after: string | undefined,
): Promise<PointerPage> {
  const pk = accountPartition(account);
  const { items, lastKey } = await readPage(tables, {
    TableName: tables.registry,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': 'case#' },
    ScanIndexForward: false,
    Limit: limit,
    ...(after !== undefined && { ExclusiveStartKey: { pk, sk: after } }),
  });
  const next = lastKey?.sk;
  return {
    pointers: items.map((item) => PointerSchema.parse(item)),
    ...(typeof next === 'string' && { next }),
  };
}

const enterprisePrefix = 'enterprise#';

/** The enterprise this account has applied for: whoever applied for it does not decide on it. */
export const enterpriseWrite = (tables: Tables, account: string, enterprise: string): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { pk: accountPartition(account), sk: enterprisePrefix + enterprise, enterprise },
    },
  },
  failure: () => moved,
});

export async function readEnterprises(tables: Tables, account: string): Promise<readonly string[]> {
  const items = await readPartition(tables, tables.registry, accountPartition(account), enterprisePrefix);
  return items.map((item) => z.object({ enterprise: z.string() }).parse(item).enterprise);
}
