import * as z from 'zod';
import { HelpedSchema, HelperSchema } from '../../helpers/helper.ts';
import { CaseParamsSchema, DateSchema, NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { officials } from './reviewer.ts';

const HelpedParamsSchema = z.strictObject({
  town: z.string().regex(/^\d{9}$/),
  enterprise: z.string().max(64),
});

export const helperRoutes = {
  listHelpers: defineRoute({
    id: 'list-helpers',
    method: 'GET',
    path: '/api/helpers',
    audience: 'reviewer',
    access: officials,
    summary: 'Which officer of the caller’s town looks after which enterprise.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(HelperSchema) }),
  }),
  assignHelper: defineRoute({
    id: 'assign-helper',
    method: 'PUT',
    path: '/api/cases/{caseId}/helper',
    audience: 'reviewer',
    access: ['supervisor'],
    summary:
      'Asks an officer of the town to look after the enterprise of a case; recorded, seen by both sides.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    /** `version` of the helper that was seen; 0 while there is none. */
    body: z.strictObject({
      commandId: z.uuid(),
      version: z.int().min(0),
      officer: z.string().min(1).max(128),
    }),
    output: HelperSchema,
  }),
  getHelped: defineRoute({
    id: 'get-helped',
    method: 'GET',
    path: '/api/helpers/{town}/{enterprise}',
    audience: 'reviewer',
    access: officials,
    summary: 'An enterprise as its helper sees it: cases with what is due, and the visit log.',
    params: HelpedParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: HelpedSchema,
  }),
  recordFactoryVisit: defineRoute({
    id: 'record-factory-visit',
    method: 'POST',
    path: '/api/helpers/{town}/{enterprise}/visits',
    audience: 'reviewer',
    access: ['reviewer', 'supervisor'],
    summary: 'The helper notes a visit to the factory.',
    params: HelpedParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      version: z.int().min(1),
      visitedOn: DateSchema,
      notes: z.string().trim().min(2).max(500),
    }),
    output: HelperSchema,
    status: 201,
  }),
} as const;

/** The enterprise’s side. */
export const ownHelperRoutes = {
  getOwnHelper: defineRoute({
    id: 'get-own-helper',
    method: 'GET',
    path: '/api/applications/{caseId}/helper',
    audience: 'applicant',
    access: ['applicant', 'reviewer'],
    summary: 'The officer who looks after one’s enterprise, and when they came by.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      helper: z.strictObject({ name: z.string(), office: z.string(), since: DateSchema }).optional(),
      visits: z.array(z.strictObject({ visitedOn: DateSchema })),
    }),
  }),
} as const;
