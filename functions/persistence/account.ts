import * as z from 'zod';
import { type StatedFacts, StatedFactsSchema } from '../../shared/forms/prefill.ts';
import type { DataKey } from './data-key.ts';
import { accountPartition, pointerKey } from './keys.ts';
import { readItem, readPage, readPartition, type Tables } from './tables.ts';
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
const aboutFacts = (account: string, enterprise: string): string => `facts of ${enterprise} by ${account}`;

const enterpriseUpdate = (
  tables: Tables,
  account: string,
  enterprise: string,
  set: string,
  values: Readonly<Record<string, unknown>>,
): ConditionalWrite => ({
  action: {
    Update: {
      TableName: tables.registry,
      Key: { pk: accountPartition(account), sk: enterprisePrefix + enterprise },
      UpdateExpression: `SET enterprise = :enterprise, ${set}`,
      ExpressionAttributeValues: { ':enterprise': enterprise, ...values },
    },
  },
  failure: () => moved,
});

/**
 * The enterprise this account has applied for: whoever applied for it does not decide on it. What it stated of
 * the enterprise is kept, sealed, for its next application.
 */
export const enterpriseWrite = (
  tables: Tables,
  dataKey: DataKey,
  account: string,
  enterprise: string,
  facts: StatedFacts,
): ConditionalWrite =>
  enterpriseUpdate(tables, account, enterprise, 'facts = :facts', {
    ':facts': dataKey.seal(facts, aboutFacts(account, enterprise)),
  });

/** Whether the account may act for the enterprise. Whoever asked to, or did, does not decide on it either. */
export const membershipWrite = (
  tables: Tables,
  account: string,
  enterprise: string,
  acts: boolean,
): ConditionalWrite => enterpriseUpdate(tables, account, enterprise, 'acts = :acts', { ':acts': acts });

const OwnEnterpriseSchema = z.object({
  enterprise: z.string(),
  acts: z.boolean().default(false),
  facts: z.instanceof(Uint8Array).optional(),
});

/** An enterprise an account has to do with. */
export type OwnEnterprise = {
  readonly enterprise: string;
  /** Confirmed to act for it. */
  readonly acts: boolean;
  /** What this account stated of it; undefined when it never applied for it. */
  readonly facts: (dataKey: DataKey) => StatedFacts | undefined;
};

export async function readOwnEnterprises(tables: Tables, account: string): Promise<readonly OwnEnterprise[]> {
  const items = await readPartition(tables, tables.registry, accountPartition(account), enterprisePrefix);
  return items.map((item) => {
    const { enterprise, acts, facts } = OwnEnterpriseSchema.parse(item);
    const about = aboutFacts(account, enterprise);
    return {
      enterprise,
      acts,
      facts: (dataKey) => (facts ? StatedFactsSchema.parse(dataKey.open(facts, about)) : undefined),
    };
  });
}

export const readEnterprises = async (tables: Tables, account: string): Promise<readonly string[]> =>
  (await readOwnEnterprises(tables, account)).map(({ enterprise }) => enterprise);

/** Whether the account may act for this one. */
export async function actsForEnterprise(
  tables: Tables,
  account: string,
  enterprise: string,
): Promise<boolean> {
  const item = await readItem(tables, { pk: accountPartition(account), sk: enterprisePrefix + enterprise });
  return item !== undefined && OwnEnterpriseSchema.parse(item).acts;
}
