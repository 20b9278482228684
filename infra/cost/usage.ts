import * as z from 'zod';

const AmountSchema = z.number().min(0);

/** What happens in the life of an application and touches the tables. */
const acts = [
  'startDraft',
  'autosave',
  'openDraft',
  'checkDraft',
  'upload',
  'submit',
  'ownCase',
  'worklist',
  'openCase',
  'smallAct',
  'accept',
  'recommend',
  'approve',
  'message',
  'seal',
] as const;

/** Capacity units of each act, table and indexes together. */
export const UnitsSchema = z.strictObject({
  /** `engine`: counted by the embedded engine in a test; `benchmark`: written by the benchmark. */
  source: z.enum(['engine', 'benchmark']),
  date: z.iso.date(),
  note: z.string(),
  acts: z.record(
    z.enum(acts),
    z.strictObject({ read: AmountSchema, write: AmountSchema, estimated: z.literal(true).exactOptional() }),
  ),
});
export type Units = Readonly<z.infer<typeof UnitsSchema>>;

/** What one application uses over its whole life, from the first visit to the last act. */
export const UsageSchema = z.strictObject({
  source: z.enum(['estimate', 'experience']),
  date: z.iso.date(),
  note: z.string(),
  /** How often each act happens. */
  times: z.record(z.enum(acts), AmountSchema),
  perApplication: z.strictObject({
    apiRequests: AmountSchema,
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

/** Capacity units of one application over its life. */
export const unitsOfALife = (
  { times }: Usage,
  units: Units,
): { readonly read: number; readonly write: number } => ({
  read: acts.reduce((sum, act) => sum + times[act] * units.acts[act].read, 0),
  write: acts.reduce((sum, act) => sum + times[act] * units.acts[act].write, 0),
});
