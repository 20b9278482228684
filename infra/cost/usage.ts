import * as z from 'zod';

const AmountSchema = z.number().min(0);

/** What one application uses over its whole life, from the first visit to the last act. */
export const UsageSchema = z.strictObject({
  /** `estimate` until the benchmark has written this file. */
  source: z.enum(['estimate', 'benchmark']),
  date: z.iso.date(),
  note: z.string(),
  perApplication: z.strictObject({
    apiRequests: AmountSchema,
    writeUnits: AmountSchema,
    readUnits: AmountSchema,
    /** Billed milliseconds per API request. */
    functionMs: AmountSchema,
    /** In both tables and their indexes. */
    storedKb: AmountSchema,
    events: AmountSchema,
    documents: AmountSchema,
    /** Size of one document. */
    documentMb: AmountSchema,
    documentReads: AmountSchema,
    messages: AmountSchema,
    /** Times that somebody opens the portal because of it. */
    visits: AmountSchema,
    deliveredMb: AmountSchema,
    logKb: AmountSchema,
    keyRequests: AmountSchema,
    /** Months in which somebody signs in because of it, over all people. */
    activePersonMonths: AmountSchema,
  }),
});
export type Usage = Readonly<z.infer<typeof UsageSchema>>;
