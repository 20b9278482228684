import { formatMoney } from '../../shared/language/format.ts';
import { capKey } from './keys.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, moved, refused } from './transaction.ts';

/** What an enterprise was awarded by a programme, in fen: over all its branches, and per site. */
export type AwardCount = { readonly enterprise: number; readonly atSite: number };

const siteAttribute = (site: string): string => `site:${site}`;
const counted = (item: RawItem | undefined, name: string): number => {
  const value = item?.[name];
  return typeof value === 'number' ? value : 0;
};

export async function readAwardCount(tables: Tables, cap: string, site: string): Promise<AwardCount> {
  const item = await readItem(tables, capKey(cap));
  return { enterprise: counted(item, 'used'), atSite: counted(item, siteAttribute(site)) };
}

/** Adds fen to the count, never beyond `limit`. */
export const countWrite = (
  tables: Tables,
  cap: string,
  site: string,
  amount: number,
  limit: number,
): ConditionalWrite => ({
  action: {
    Update: {
      ...update(tables, cap, site),
      // An absent count is zero, so then the amount alone must fit.
      ConditionExpression: '(attribute_not_exists(used) AND :amount <= :limit) OR used <= :rest',
      ExpressionAttributeValues: { ':amount': amount, ':limit': limit, ':rest': limit - amount },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  failure: (standing) => {
    const available = formatMoney(Math.max(0, limit - Number(standing?.['used']?.N ?? 0)), 'zh');
    return refused({ code: 'enterprise-cap-reached', params: { available } });
  },
});

/** Takes fen off the count again. */
export const uncountWrite = (
  tables: Tables,
  cap: string,
  site: string,
  amount: number,
): ConditionalWrite => ({
  action: {
    Update: {
      ...update(tables, cap, site),
      ExpressionAttributeValues: { ':amount': -amount },
    },
  },
  failure: () => moved,
});

const update = (tables: Tables, cap: string, site: string) => ({
  TableName: tables.registry,
  Key: capKey(cap),
  UpdateExpression: 'ADD used :amount, #site :amount',
  ExpressionAttributeNames: { '#site': siteAttribute(site) },
});
