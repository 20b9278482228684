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
