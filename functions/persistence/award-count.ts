import { capKey } from './keys.ts';
import type { RawItem, Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

/** What an enterprise was awarded by a programme, in fen: over all its branches, and at one site. */
export type AwardCount = { readonly enterprise: number; readonly atSite: number };
export const nothingAwarded: AwardCount = { enterprise: 0, atSite: 0 };

const siteAttribute = (site: string): string => `site:${site}`;
const counted = (item: RawItem, name: string): number => {
  const value = item[name];
  return typeof value === 'number' ? value : 0;
};

export const awardCountOf = (item: RawItem, site: string): AwardCount => ({
  enterprise: counted(item, 'used'),
  atSite: counted(item, siteAttribute(site)),
});

const addition = (tables: Tables, cap: string, site: string) => ({
  TableName: tables.registry,
  Key: capKey(cap),
  UpdateExpression: 'ADD used :amount, #site :amount',
  ExpressionAttributeNames: { '#site': siteAttribute(site) },
});

/**
 * Adds fen to exactly the count that was reckoned with: had another branch been given something meanwhile,
 * the sum would have to be reckoned anew.
 */
export const countWrite = (
  tables: Tables,
  cap: string,
  site: string,
  amount: number,
  reckonedWith: number,
): ConditionalWrite => ({
  action: {
    Update: {
      ...addition(tables, cap, site),
      ConditionExpression: reckonedWith === 0 ? 'attribute_not_exists(used) OR used = :seen' : 'used = :seen',
      ExpressionAttributeValues: { ':amount': amount, ':seen': reckonedWith },
    },
  },
  failure: () => moved,
});

/** Takes fen off the count again. */
export const uncountWrite = (
  tables: Tables,
  cap: string,
  site: string,
  amount: number,
): ConditionalWrite => ({
  action: {
    Update: { ...addition(tables, cap, site), ExpressionAttributeValues: { ':amount': -amount } },
  },
  failure: () => moved,
});
