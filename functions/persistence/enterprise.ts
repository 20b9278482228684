import * as z from 'zod';
import { type Profile, ProfileSchema } from '../../shared/enterprises/profile.ts';
import { type StatedFacts, StatedFactsSchema } from '../../shared/forms/prefill.ts';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import type { DataKey } from './data-key.ts';
import {
  enterpriseCaseKey,
  enterpriseCasesPrefix,
  enterprisePartition,
  profileKey,
  profileRequestKey,
  profileRequestsPartition,
  statedFactsKey,
} from './keys.ts';
import { type RawItem, readItem, readPage, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const ItemSchema = z.strictObject({ ...ProfileSchema.shape, hash: DigestSchema });

/** A profile and the hash of its latest event. */
export type KeptProfile = { readonly profile: Profile; readonly hash: string };

export function profileOf({ pk: _pk, sk: _sk, ...item }: RawItem): KeptProfile {
  const { hash, ...profile } = ItemSchema.parse(item);
  return { hash, profile };
}

export async function readProfile(tables: Tables, enterprise: string): Promise<KeptProfile | undefined> {
  const item = await readItem(tables, profileKey(enterprise));
  return item && profileOf(item);
}

/** In place of exactly the version that was looked at. */
export const profileWrite = (tables: Tables, { profile, hash }: KeptProfile): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...profile, hash, ...profileKey(profile.enterprise) },
      ...(profile.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': profile.version - 1 },
          }),
    },
  },
  failure: () => moved,
});

/** Puts the profile on the list of a town's officers, or takes it off. */
export const profileRequestWrite = (
  tables: Tables,
  town: string,
  enterprise: string,
  waiting: boolean,
): ConditionalWrite => {
  const key = profileRequestKey(town, enterprise);
  return {
    action: waiting
      ? { Put: { TableName: tables.registry, Item: { ...key, enterprise } } }
      : { Delete: { TableName: tables.registry, Key: key } },
    failure: () => moved,
  };
};

const RequestSchema = z.object({ enterprise: z.string() });

/** Keys of the enterprises that wait for a town's officers. */
export async function readProfileRequests(tables: Tables, town: string): Promise<readonly string[]> {
  const items = await readPartition(tables, tables.registry, profileRequestsPartition(town));
  return items.map((item) => RequestSchema.parse(item).enterprise);
}

/** Puts a case on the list of its enterprise; written once, with the submission. */
export const enterpriseCaseWrite = (
  tables: Tables,
  enterprise: string,
  submittedAt: string,
  caseId: string,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { caseId, ...enterpriseCaseKey(enterprise, submittedAt, caseId) },
    },
  },
  failure: () => moved,
});

const CaseSchema = z.object({ caseId: z.string() });

/** The latest cases of an enterprise, newest first. */
export async function readEnterpriseCases(
  tables: Tables,
  enterprise: string,
  limit: number,
): Promise<readonly string[]> {
  const { items } = await readPage(tables, {
    TableName: tables.registry,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': enterprisePartition(enterprise), ':prefix': enterpriseCasesPrefix },
    ScanIndexForward: false,
    Limit: limit,
  });
  return items.map((item) => CaseSchema.parse(item).caseId);
}

const FactsItemSchema = z.object({ facts: z.instanceof(Uint8Array) });
const aboutFacts = (enterprise: string): string => `facts of ${enterprise}`;

/** What those who may act for an enterprise last stated of it. */
export async function readStatedFacts(
  tables: Tables,
  dataKey: DataKey,
  enterprise: string,
): Promise<StatedFacts | undefined> {
  const item = await readItem(tables, statedFactsKey(enterprise));
  if (item === undefined) return undefined;
  return StatedFactsSchema.parse(dataKey.open(FactsItemSchema.parse(item).facts, aboutFacts(enterprise)));
}

export const statedFactsWrite = (
  tables: Tables,
  dataKey: DataKey,
  enterprise: string,
  facts: StatedFacts,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { facts: dataKey.seal(facts, aboutFacts(enterprise)), ...statedFactsKey(enterprise) },
    },
  },
  failure: () => moved,
});
