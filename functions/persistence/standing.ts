import * as z from 'zod';
import { standingKey } from './keys.ts';
import type { RawItem, Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const StandingSchema = z.object({
  /** Cases whose money is being recovered. */
  recoveries: z.set(z.string()).optional(),
  dishonestyListed: z.boolean().default(false),
});
export type Standing = { readonly openRecovery: boolean; readonly dishonestyListed: boolean };

/** An enterprise nothing is known of has a clean record. */
export function standingOf(item: RawItem | undefined): Standing {
  const { recoveries, dishonestyListed } = StandingSchema.parse(item ?? {});
  return { openRecovery: recoveries !== undefined && recoveries.size > 0, dishonestyListed };
}

/** A case begins to recover money from the enterprise, or has recovered all of it. */
export const recoveryWrite = (
  tables: Tables,
  enterprise: string,
  caseId: string,
  open: boolean,
): ConditionalWrite => ({
  action: {
    Update: {
      TableName: tables.registry,
      Key: standingKey(enterprise),
      UpdateExpression: `${open ? 'ADD' : 'DELETE'} recoveries :case`,
      ExpressionAttributeValues: { ':case': new Set([caseId]) },
    },
  },
  failure: () => moved,
});

/**
 * Hands the open recoveries of a branch to its head office. `item` is the branch's standing as it was read, if
 * there is one.
 */
export function mergeRecoveryWrites(
  tables: Tables,
  branch: string,
  headOffice: string,
  item: RawItem | undefined,
): readonly ConditionalWrite[] {
  const { recoveries } = StandingSchema.parse(item ?? {});
  if (recoveries === undefined) {
    return [
      {
        action: {
          ConditionCheck: {
            TableName: tables.registry,
            Key: standingKey(branch),
            ConditionExpression: 'attribute_not_exists(recoveries)',
          },
        },
        failure: () => moved,
      },
    ];
  }
  const ExpressionAttributeValues = { ':cases': recoveries };
  return [
    {
      action: {
        Update: {
          TableName: tables.registry,
          Key: standingKey(branch),
          UpdateExpression: 'REMOVE recoveries',
          ConditionExpression: 'recoveries = :cases',
          ExpressionAttributeValues,
        },
      },
      failure: () => moved,
    },
    {
      action: {
        Update: {
          TableName: tables.registry,
          Key: standingKey(headOffice),
          UpdateExpression: 'ADD recoveries :cases',
          ExpressionAttributeValues,
        },
      },
      failure: () => moved,
    },
  ];
}
