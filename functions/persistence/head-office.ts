import * as z from 'zod';
import { headOfficeKey } from './keys.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const LinkSchema = z.object({ headOffice: z.string() });

export const headOfficeOf = (item: RawItem | undefined): string | undefined =>
  item && LinkSchema.parse(item).headOffice;

/** An enterprise as awards are counted: a confirmed branch counts with its head office. */
export type CountedAs = {
  /** As the case knows it. */
  readonly enterprise: string;
  /** Whose counts and recoveries they are. */
  readonly counted: string;
};

export async function readCountedAs(tables: Tables, enterprise: string): Promise<CountedAs> {
  const headOffice = headOfficeOf(await readItem(tables, headOfficeKey(enterprise)));
  return { enterprise, counted: headOffice ?? enterprise };
}

/** What was looked at still holds: nobody has joined the branch to a head office meanwhile. */
export const stillCountedAs = (tables: Tables, { enterprise, counted }: CountedAs): ConditionalWrite => ({
  action: {
    ConditionCheck: {
      TableName: tables.registry,
      Key: headOfficeKey(enterprise),
      ...(counted === enterprise
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'headOffice = :counted',
            ExpressionAttributeValues: { ':counted': counted },
          }),
    },
  },
  failure: () => moved,
});

/** Joins a branch to its head office, for good. A head office that has branches joins nobody. */
export const joinWrites = (
  tables: Tables,
  branch: string,
  headOffice: string,
): readonly ConditionalWrite[] => [
  {
    action: {
      Put: {
        TableName: tables.registry,
        Item: { headOffice, ...headOfficeKey(branch) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    failure: () => moved,
  },
  {
    action: {
      ConditionCheck: {
        TableName: tables.registry,
        Key: headOfficeKey(headOffice),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    failure: () => moved,
  },
];
