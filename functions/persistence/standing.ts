import * as z from 'zod';
import type { RawItem } from './tables.ts';

const StandingSchema = z.object({
  openRecovery: z.boolean().default(false),
  dishonestyListed: z.boolean().default(false),
});
export type Standing = Readonly<z.infer<typeof StandingSchema>>;

/** An enterprise nothing is known of has a clean record. */
export const standingOf = (item: RawItem | undefined): Standing => StandingSchema.parse(item ?? {});
