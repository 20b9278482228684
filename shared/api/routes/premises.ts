import * as z from 'zod';
import { TownCodeSchema } from '../../identity/town.ts';
import { PremisesIdSchema, PremisesNumberSchema, SiteFactsSchema, SiteSchema } from '../../premises/site.ts';
import { UnitFactsSchema } from '../../premises/unit.ts';
import { HistoryEntryDtoSchema } from '../dto/case.ts';
import {
  CaseIdSchema,
  DateSchema,
  InstantSchema,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
} from '../dto/common.ts';
import { UnitDtoSchema } from '../dto/premises.ts';
import { defineRoute } from '../route.ts';

const UnitParamsSchema = z.strictObject({ unit: PremisesIdSchema });
const PhotoParamsSchema = z.strictObject({
  unit: PremisesIdSchema,
  photo: z.string().regex(/^[0-9a-z-]{1,64}$/),
});
/** Town officers; of which town, the handler says. */
const keepers = ['reviewer', 'supervisor'] as const;
const onlookers = ['reviewer', 'supervisor', 'leader', 'finance', 'auditor'] as const;

/** What anyone may see. */
export const premisesRoutes = {
  listPremises: defineRoute({
    id: 'list-premises',
    method: 'GET',
    path: '/api/premises',
    audience: 'public',
    access: 'anyone',
    summary: 'The public list of premises, of one town or all: sites and units, with what is free today.',
    params: NoParamsSchema,
    query: z.strictObject({ town: TownCodeSchema.optional() }),
    body: NoBodySchema,
    output: z.strictObject({ sites: z.array(SiteSchema), units: z.array(UnitDtoSchema) }),
  }),
  getPremises: defineRoute({
    id: 'get-premises',
    method: 'GET',
    path: '/api/premises/{unit}',
    audience: 'public',
    access: 'anyone',
    summary: 'One unit of the premises: where it is, area, power, readiness, rent, and when it is taken.',
    params: UnitParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ site: SiteSchema, unit: UnitDtoSchema }),
  }),
} as const;

/** What town officers keep. */
export const premisesKeepingRoutes = {
  enterSite: defineRoute({
    id: 'enter-site',
    method: 'POST',
    path: '/api/premises-sites',
    audience: 'officer',
    access: keepers,
    summary: 'Enters a site of the officer’s town with its buildings.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      town: TownCodeSchema,
      number: PremisesNumberSchema,
      site: SiteFactsSchema,
    }),
    output: SiteSchema,
    status: 201,
  }),
  changeSite: defineRoute({
    id: 'change-site',
    method: 'PUT',
    path: '/api/premises-sites/{site}',
    audience: 'officer',
    access: keepers,
    summary: 'Changes a site, on the version the officer saw. A building with units in it stays.',
    params: z.strictObject({ site: PremisesIdSchema }),
    query: NoQuerySchema,
    body: z.strictObject({ commandId: z.uuid(), version: z.int().min(1), site: SiteFactsSchema }),
    output: SiteSchema,
  }),
  enterUnit: defineRoute({
    id: 'enter-unit',
    method: 'POST',
    path: '/api/premises',
    audience: 'officer',
    access: keepers,
    summary: 'Enters a unit of the officer’s town.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      town: TownCodeSchema,
      number: PremisesNumberSchema,
      unit: UnitFactsSchema,
    }),
    output: UnitDtoSchema,
    status: 201,
  }),
  changeUnit: defineRoute({
    id: 'change-unit',
    method: 'PUT',
    path: '/api/premises/{unit}',
    audience: 'officer',
    access: keepers,
    summary: 'Changes a unit, on the version the officer saw. Floor that was given away stays.',
    params: UnitParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      version: z.int().min(1),
      unit: UnitFactsSchema,
      reason: z.string().trim().min(2).max(500).optional(),
    }),
    output: UnitDtoSchema,
  }),
  unitTenants: defineRoute({
    id: 'unit-tenants',
    method: 'GET',
    path: '/api/premises/{unit}/tenants',
    audience: 'officer',
    access: onlookers,
    summary: 'Who has floor in a unit, with lease and next yearly confirmation.',
    params: UnitParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          caseId: CaseIdSchema,
          enterpriseName: z.string(),
          area: z.int(),
          from: DateSchema,
          to: DateSchema,
          /** Approved and waiting for the keys, or handed over. */
          handedOver: z.boolean(),
          confirmBy: DateSchema.optional(),
        }),
      ),
    }),
  }),
  unitHistory: defineRoute({
    id: 'unit-history',
    method: 'GET',
    path: '/api/premises/{unit}/history',
    audience: 'officer',
    access: onlookers,
    summary: 'Every change of a unit, as the journal keeps it.',
    params: UnitParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(HistoryEntryDtoSchema) }),
  }),
} as const;

const link = z.strictObject({ url: z.string(), expiresAt: InstantSchema });

/** Photographs of a unit, which everybody may see once the unit names them. */
export const premisesPhotoRoutes = {
  requestPhotoUpload: defineRoute({
    id: 'request-photo-upload',
    method: 'POST',
    path: '/api/premises/{unit}/photos',
    audience: 'documents',
    access: keepers,
    summary: 'A short-lived form with which a town officer posts one photograph of a unit.',
    params: UnitParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      name: z.string().min(1).max(200),
      type: z.enum(['image/jpeg', 'image/png']),
      size: z.int().min(1),
    }),
    output: z.strictObject({
      photo: z.string(),
      url: z.string(),
      fields: z.record(z.string(), z.string()),
      expiresAt: InstantSchema,
    }),
    status: 201,
  }),
  confirmPhotoUpload: defineRoute({
    id: 'confirm-photo-upload',
    method: 'POST',
    path: '/api/premises/{unit}/photos/{photo}/received',
    audience: 'documents',
    access: keepers,
    summary: 'Looks at the photograph that arrived. It shows once the unit is changed to name it.',
    params: PhotoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ photo: z.string(), state: z.enum(['pending', 'clean', 'refused']) }),
  }),
  photoLink: defineRoute({
    id: 'photo-link',
    method: 'GET',
    path: '/api/premises/{unit}/photos/{photo}/link',
    audience: 'documents',
    access: 'anyone',
    summary: 'A link that opens a photograph of a unit for one minute.',
    params: PhotoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: link,
  }),
} as const;
