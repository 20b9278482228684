import * as z from 'zod';
import { DateSchema } from '../../workflow/schema-parts.ts';
import { largestSum, longestIn } from './return-limits.ts';

/**
 * A line of the file with which the bank says what became of a payment file 回盘文件, as far as it could be read:
 * what is absent was not there.
 */
export const ReturnLineSchema = z.strictObject({
  /** As in the file for the bank, see payment-number.ts. */
  payment: z.string().max(longestIn.payment).optional(),
  /** In full, or with its last four digits. */
  account: z.string().max(longestIn.account).optional(),
  amount: z.int().min(0).max(largestSum).optional(),
  /** Failed: it never left. Returned 退汇: it left and came back. */
  result: z.enum(['paid', 'failed', 'returned']).optional(),
  /** The bank's own number of the transfer. */
  reference: z.string().max(longestIn.reference).optional(),
  /** Of one that was returned: the day it came back. */
  paidOn: DateSchema.optional(),
  reason: z.string().max(longestIn.reason).optional(),
});
export type ReturnLine = z.infer<typeof ReturnLineSchema>;
