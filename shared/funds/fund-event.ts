import * as z from 'zod';
import { FundIdSchema } from './fund.ts';

const data = z.strictObject({
  fund: FundIdSchema,
  /** Fen: the allocation from now on, and by how much it changed. */
  allocated: z.int().min(0),
  change: z.int(),
  reason: z.string(),
});

/** What happens to a fund itself; what cases take from it is said by their own events. */
export const FundEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fund-opened'), data }),
  z.strictObject({ type: z.literal('allocation-changed'), data }),
]);
export type FundEvent = Readonly<z.infer<typeof FundEventSchema>>;
