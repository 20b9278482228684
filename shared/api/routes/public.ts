import * as z from 'zod';
import { TextSchema } from '../../language/text.ts';
import { ProgrammeSchema } from '../../programmes/programme.ts';
import { NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';

const ProgrammeCardSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  title: TextSchema,
  summary: TextSchema,
  whatYouGet: TextSchema,
  /** Working days over all stages. */
  promisedDays: z.int(),
  towns: z.array(z.string()).optional(),
});

export const publicRoutes = {
  health: defineRoute({
    id: 'health',
    method: 'GET',
    path: '/api/health',
    audience: 'public',
    access: 'anyone',
    summary: 'Says that the API answers.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ status: z.literal('ok') }),
  }),
  openapi: defineRoute({
    id: 'openapi',
    method: 'GET',
    path: '/api/openapi.json',
    audience: 'public',
    access: 'anyone',
    summary: 'This API as an OpenAPI 3.1 document.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.record(z.string(), z.unknown()),
  }),
  docs: defineRoute({
    id: 'docs',
    method: 'GET',
    path: '/api/docs',
    audience: 'public',
    access: 'anyone',
    summary: 'This API as a page.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.string(),
    produces: 'text/html; charset=utf-8',
  }),
  portalConfig: defineRoute({
    id: 'portal-config',
    method: 'GET',
    path: '/api/config',
    audience: 'public',
    access: 'anyone',
    summary: 'What the portal needs before anybody signs in: the issuer and the county’s offices and towns.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      issuer: z.string(),
      clientId: z.string(),
      scope: z.string(),
      resource: z.string(),
      offices: z.array(
        z.strictObject({ id: z.string(), kind: z.string(), name: TextSchema, town: z.string().optional() }),
      ),
      towns: z.array(z.strictObject({ code: z.string(), name: TextSchema })),
    }),
  }),
  listProgrammes: defineRoute({
    id: 'list-programmes',
    method: 'GET',
    path: '/api/programmes',
    audience: 'public',
    access: 'anyone',
    summary: 'The programmes open for applications today.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(ProgrammeCardSchema) }),
  }),
  getProgramme: defineRoute({
    id: 'get-programme',
    method: 'GET',
    path: '/api/programmes/{programmeId}',
    audience: 'public',
    access: 'anyone',
    summary: 'One programme document: guide, form, rules, stages. The current version unless one is named.',
    params: z.strictObject({ programmeId: z.string().max(64) }),
    query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    body: NoBodySchema,
    output: z.strictObject({ programme: ProgrammeSchema, hash: z.string(), publishedAt: z.string() }),
  }),
  checkEligibility: defineRoute({
    id: 'check-eligibility',
    method: 'POST',
    path: '/api/eligibility-checks',
    audience: 'public',
    access: 'anyone',
    summary:
      '“What could I get?”: every programme with yes, no or depends, the reasons and an indicative amount. Keeps nothing.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      answers: z.record(z.string(), z.union([z.string().max(100), z.int(), z.boolean()])),
    }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          programmeId: z.string(),
          title: TextSchema,
          verdict: z.enum(['yes', 'no', 'depends']),
          reasons: z.array(TextSchema),
          /** Fen. */
          amount: z.int(),
          amountNote: TextSchema,
        }),
      ),
    }),
  }),
} as const;
