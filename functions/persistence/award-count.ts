import * as z from 'zod';
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

/** `<programme>:<enterprise>` for the enterprise whose counts they are. */
export const capCountedAs = (cap: string, counted: string): string =>
  cap.slice(0, cap.lastIndexOf(':') + 1) + counted;

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

const CountsSchema = z.record(z.string(), z.number());

/** Everything that is counted under a cap, by attribute. */
const countsOf = ({ pk: _pk, sk: _sk, ...counts }: RawItem): Readonly<Record<string, number>> =>
  CountsSchema.parse(counts);

/**
 * Adds all that was counted under one cap to another, and forgets the first. Whoever counts under either in
 * the meantime makes it `moved`. `item` is the first cap as it was read, if it is there.
 */
export function mergeCountWrites(
  tables: Tables,
  from: string,
  to: string,
  item: RawItem | undefined,
): readonly ConditionalWrite[] {
  const gone = (condition: object): ConditionalWrite => ({
    action: { Delete: { TableName: tables.registry, Key: capKey(from), ...condition } },
    failure: () => moved,
  });
  const counts = Object.entries(item ? countsOf(item) : {});
  if (counts.length === 0) return [gone({ ConditionExpression: 'attribute_not_exists(pk)' })];
  const names = Object.fromEntries(counts.map(([name], index) => [`#n${index}`, name]));
  const values = Object.fromEntries(counts.map(([, count], index) => [`:v${index}`, count]));
  return [
    gone({
      ConditionExpression: counts.map((_, index) => `#n${index} = :v${index}`).join(' AND '),
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    }),
    {
      action: {
        Update: {
          TableName: tables.registry,
          Key: capKey(to),
          UpdateExpression: `ADD ${counts.map((_, index) => `#n${index} :v${index}`).join(', ')}`,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
        },
      },
      failure: () => moved,
    },
  ];
}
