import * as z from 'zod';
import { ProgrammeSchema } from '../../programmes/programme.ts';
import {
  FieldErrorsSchema,
  InstantSchema,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';

const policy = ['policy'] as const;

export const officerRoutes = {
  checkProgramme: defineRoute({
    id: 'check-programme',
    method: 'POST',
    path: '/api/programme-checks',
    audience: 'officer',
    access: policy,
    summary: 'Runs the publishing checks on a programme document without publishing it.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({ document: z.unknown() }),
    output: z.strictObject({ ok: z.boolean(), hash: z.string().optional(), errors: FieldErrorsSchema }),
  }),
  publishProgramme: defineRoute({
    id: 'publish-programme',
    method: 'POST',
    path: '/api/programme-versions',
    audience: 'officer',
    access: policy,
    summary:
      'Publishes a programme document as its next version. Applications under earlier versions are not touched.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({ document: z.unknown() }),
    output: z.strictObject({
      programmeId: z.string(),
      version: z.int(),
      hash: z.string(),
      publishedAt: InstantSchema,
    }),
    status: 201,
  }),
  listProgrammeVersions: defineRoute({
    id: 'list-programme-versions',
    method: 'GET',
    path: '/api/programmes/{programmeId}/versions',
    audience: 'officer',
    access: ['policy', 'auditor', 'reviewer', 'supervisor', 'leader', 'finance'],
    summary: 'Every published version of a programme, newest first.',
    params: z.strictObject({ programmeId: z.string().max(64) }),
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          version: z.int(),
          hash: z.string(),
          publishedAt: InstantSchema,
          publishedBy: z.string(),
          /** Where the directory of officers knows it. */
          publisherName: z.string().optional(),
          document: ProgrammeSchema,
        }),
      ),
    }),
  }),
} as const;
