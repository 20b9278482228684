import * as z from 'zod';
import { TownCodeSchema } from '../identity/town.ts';

/** Names are written by town officers, in Chinese. */
const NameSchema = z.string().trim().min(1).max(60);

/** A building 楼栋 by its name within the site, with its floors above and below the ground. */
const BuildingSchema = z.strictObject({
  name: NameSchema,
  floors: z.int().min(1).max(40),
  basements: z.int().min(0).max(4),
});

/** What a town states of a site 厂区（安置点）: a place with buildings. */
export const SiteFactsSchema = z.strictObject({
  name: NameSchema,
  community: NameSchema,
  address: z.string().trim().min(2).max(120),
  buildings: z
    .array(BuildingSchema)
    .min(1)
    .max(60)
    .refine((buildings) => new Set(buildings.map(({ name }) => name)).size === buildings.length, {
      error: 'two buildings have the same name',
    }),
});
export type SiteFacts = Readonly<z.infer<typeof SiteFactsSchema>>;

/**
 * Division code of the town, and the number under which the town keeps it in its own books:
 * `610926108-phase-2`. Sites and units are numbered apart.
 */
export const PremisesIdSchema = z.string().regex(/^\d{9}-[0-9A-Za-z][0-9A-Za-z-]{0,23}$/);

/** The town's own number of a site or unit. */
export const PremisesNumberSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,23}$/);

export const premisesId = (town: string, number: string): string => `${town}-${number}`;

/** The division code in the id of a site or unit. */
export const townOfPremises = (id: string): string => id.slice(0, 9);

export const SiteSchema = z.strictObject({
  site: PremisesIdSchema,
  town: TownCodeSchema,
  /** How many times it was changed: the number of its latest event. */
  version: z.int().min(1),
  ...SiteFactsSchema.shape,
});
export type Site = Readonly<z.infer<typeof SiteSchema>>;
