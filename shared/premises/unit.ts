import * as z from 'zod';
import { TownCodeSchema } from '../identity/town.ts';
import { PremisesIdSchema } from './site.ts';

/** 可直接使用 · 需要整修 · 在建 */
export const readinessLevels = ['ready', 'needs-work', 'under-construction'] as const;

/** What a town says about giving it: 未招租 · 招租中 · 停用. That it is let 已出租 follows from the allotments. */
export const offers = ['free', 'offered', 'out-of-use'] as const;
export const unitStates = ['free', 'offered', 'let', 'out-of-use'] as const;
export type UnitState = (typeof unitStates)[number];

/** What a town states of a unit 房源: the part of a floor that is let as one. */
export const UnitFactsSchema = z.strictObject({
  site: PremisesIdSchema,
  /** Name of one of the site's buildings. */
  building: z.string().trim().min(1).max(60),
  /** 1 is the ground floor, -1 the first basement. */
  floor: z
    .int()
    .min(-4)
    .max(40)
    .refine((floor) => floor !== 0, { error: 'there is no floor 0' }),
  /** Where the floor has several units. */
  room: z.string().trim().min(1).max(40).optional(),
  /** 0.01 m². */
  area: z.int().min(1).max(10_000_000),
  /** kW. */
  power: z.int().min(0).max(100_000),
  readiness: z.enum(readinessLevels),
  /** Ids of documents uploaded for this unit. */
  photos: z.array(z.string().regex(/^[0-9a-z-]{1,64}$/)).max(12),
  /** Fen per m² and month, and who says so. */
  referenceRent: z.int().min(0).max(1_000_000),
  rentSource: z.string().trim().min(2).max(120),
  offer: z.enum(offers),
  note: z.string().trim().min(1).max(500).optional(),
});
export type UnitFacts = Readonly<z.infer<typeof UnitFactsSchema>>;

/** Floor that a case has, from one day to another. */
const AllotmentSchema = z.strictObject({
  caseId: z.string(),
  /** 0.01 m². */
  area: z.int().min(1),
  /** Both inclusive, Asia/Shanghai. */
  from: z.iso.date(),
  to: z.iso.date(),
});
export type Allotment = Readonly<z.infer<typeof AllotmentSchema>>;

export const UnitSchema = z.strictObject({
  unit: PremisesIdSchema,
  town: TownCodeSchema,
  /** How many times its facts were changed: the number of its latest event. Allotting does not count. */
  version: z.int().min(1),
  ...UnitFactsSchema.shape,
  allotments: z.array(AllotmentSchema),
});
export type Unit = Readonly<z.infer<typeof UnitSchema>>;
