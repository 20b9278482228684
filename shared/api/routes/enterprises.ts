import * as z from 'zod';
import { CreditCodeSchema, EnterpriseKeySchema, ProfileSchema } from '../../enterprises/profile.ts';
import { OfficialProfileCommandSchema, OwnProfileCommandSchema } from '../../enterprises/profile-command.ts';
import { StatedFactsSchema } from '../../forms/prefill.ts';
import { TownCodeSchema } from '../../identity/town.ts';
import { CaseSummaryDtoSchema, HistoryEntryDtoSchema } from '../dto/case.ts';
import { envelope, NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { officials } from './reviewer.ts';

const applicants = ['applicant'] as const;
const EnterpriseParamsSchema = z.strictObject({ enterprise: EnterpriseKeySchema });

/** An enterprise the caller has to do with. */
const OwnEnterpriseDtoSchema = z.strictObject({
  enterprise: EnterpriseKeySchema,
  name: z.string(),
  /** What the caller is: has applied for it, has asked to act for it, may act for it. */
  part: z.enum(['applied', 'asked', 'acts']),
  /** What was stated of it before, for filling in the next form. */
  facts: StatedFactsSchema,
  /** For those who may act. */
  profile: ProfileSchema.optional(),
});
export type OwnEnterpriseDto = z.infer<typeof OwnEnterpriseDtoSchema>;

export const enterpriseRoutes = {
  myEnterprises: defineRoute({
    id: 'my-enterprises',
    method: 'GET',
    path: '/api/enterprises/mine',
    audience: 'applicant',
    access: applicants,
    summary: 'The enterprises the caller has applied or may act for, with the facts stated before.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(OwnEnterpriseDtoSchema) }),
  }),
  enterEnterprise: defineRoute({
    id: 'enter-enterprise',
    method: 'POST',
    path: '/api/enterprises',
    audience: 'applicant',
    access: applicants,
    summary: 'Enters an enterprise, or finds it, and asks to act for it. Its town or its people confirm.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      creditCode: CreditCodeSchema,
      name: z.string().trim().min(2).max(80),
      town: TownCodeSchema,
    }),
    output: z.strictObject({ enterprise: EnterpriseKeySchema, part: z.enum(['asked', 'acts']) }),
    status: 201,
  }),
  actOnEnterprise: defineRoute({
    id: 'act-on-enterprise',
    method: 'POST',
    path: '/api/enterprises/{enterprise}/commands',
    audience: 'applicant',
    access: applicants,
    summary: 'Confirms and removes people, adds and removes branches, restates name and town.',
    params: EnterpriseParamsSchema,
    query: NoQuerySchema,
    body: envelope(OwnProfileCommandSchema),
    output: ProfileSchema,
  }),
  enterpriseCases: defineRoute({
    id: 'enterprise-cases',
    method: 'GET',
    path: '/api/enterprises/{enterprise}/applications',
    audience: 'applicant',
    access: applicants,
    summary: 'The latest applications of an enterprise in all towns, for those who may act for it.',
    params: EnterpriseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(CaseSummaryDtoSchema) }),
  }),
} as const;

/** The side of the towns. */
export const enterpriseConfirmingRoutes = {
  profileRequests: defineRoute({
    id: 'profile-requests',
    method: 'GET',
    path: '/api/profile-requests',
    audience: 'reviewer',
    access: ['reviewer', 'supervisor'],
    summary: 'Enterprises whose people or branches wait for the caller’s town to confirm them.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(ProfileSchema) }),
  }),
  getProfile: defineRoute({
    id: 'get-profile',
    method: 'GET',
    path: '/api/enterprises/{enterprise}',
    audience: 'reviewer',
    access: [...officials, 'auditor'],
    summary: 'An enterprise with its branches, the people who act for it, and how that came about.',
    params: EnterpriseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      profile: ProfileSchema,
      /** Of a branch: the head office its awards count with. */
      headOffice: EnterpriseKeySchema.optional(),
      history: z.array(HistoryEntryDtoSchema),
    }),
  }),
  decideOnProfile: defineRoute({
    id: 'decide-on-profile',
    method: 'POST',
    path: '/api/enterprises/{enterprise}/decisions',
    audience: 'reviewer',
    access: ['reviewer', 'supervisor'],
    summary: 'Confirms or removes people who act for an enterprise; confirms or refuses a branch.',
    params: EnterpriseParamsSchema,
    query: NoQuerySchema,
    body: envelope(OfficialProfileCommandSchema),
    output: ProfileSchema,
  }),
} as const;
