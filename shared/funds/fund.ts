import * as z from 'zod';

/**
 * A year's money of one funder for one programme, all in fen. At any time
 * allocated = available + reserved + committed + paid.
 */
export const potNames = ['allocated', 'available', 'reserved', 'committed', 'paid', 'returned'] as const;
export type Pot = (typeof potNames)[number];

/** `<funder>:<programme>:<year>`; the funder is `county`, a bureau's id, or a town's division code. */
export const FundIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}:[a-z][a-z0-9-]{0,63}:20\d\d$/);

export const FundSchema = z.strictObject({
  fund: FundIdSchema,
  /** Number of the latest event of the fund itself: opened, allocation changed. */
  version: z.int().min(1),
  /** What the funder gave for the year. */
  allocated: z.int().min(0),
  /** Not promised to anybody. */
  available: z.int().min(0),
  /** Kept for what one deciding office approved and a joint meeting has yet to decide. */
  reserved: z.int().min(0),
  /** Promised by approvals and not paid yet. */
  committed: z.int().min(0),
  /** Paid and not paid back. */
  paid: z.int().min(0),
  /** Paid back after recoveries, in all; available again. */
  returned: z.int().min(0),
});
export type Fund = Readonly<z.infer<typeof FundSchema>>;

export type FundName = { readonly funder: string; readonly programme: string; readonly year: number };

export const fundIdOf = ({ funder, programme, year }: FundName): string => `${funder}:${programme}:${year}`;

export function fundNameOf(fund: string): FundName {
  const [funder = '', programme = '', year = ''] = fund.split(':');
  return { funder, programme, year: Number(year) };
}
