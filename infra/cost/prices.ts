import * as z from 'zod';

const PriceSchema = z.strictObject({
  price: z.number().min(0),
  /** How many units the price is for. */
  per: z.int().min(1),
  unit: z.string(),
  /** The provider’s own page. */
  page: z.string(),
  /** The copy in which it was last seen, with that copy’s date; null when it was not seen again. */
  seen: z.string().nullable(),
});

/** What is paid for, by the names that a price file uses. */
export const items = [
  'writeUnits',
  'readUnits',
  'tableGb',
  'backupGb',
  'lambdaRequests',
  'lambdaGbSeconds',
  'apiRequests',
  'objectGb',
  'objectWrites',
  'objectReads',
  'deliveredGb',
  'deliveredRequests',
  'logGb',
  'keptLogGb',
  'alarms',
  'dashboards',
  'keys',
  'keyRequests',
  'busEvents',
  'mails',
  'scannedGb',
  'scannedObjects',
  'activePeople',
] as const;
export type Item = (typeof items)[number];

/** Published prices of one region, with the day on which they were put together. */
export const PricesSchema = z.strictObject({
  region: z.string(),
  currency: z.string().length(3),
  collectedOn: z.iso.date(),
  note: z.string(),
  items: z.record(z.enum(items), PriceSchema),
});
export type Prices = Readonly<z.infer<typeof PricesSchema>>;
