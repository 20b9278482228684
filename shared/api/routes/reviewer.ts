import * as z from 'zod';
import { ReviewerCommandSchema } from '../../workflow/command.ts';
import { ActResultDtoSchema, CaseDtoSchema, CaseSummaryDtoSchema } from '../dto/case.ts';
import {
  CaseIdSchema,
  CaseParamsSchema,
  CursorSchema,
  envelope,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
} from '../dto/common.ts';
import { ProblemSchema } from '../errors.ts';
import { defineRoute } from '../route.ts';

/** Everybody who decides or supervises; which case and which act is the workflow's to say. */
export const officials = ['reviewer', 'supervisor', 'leader'] as const;

export const reviewerRoutes = {
  worklist: defineRoute({
    id: 'worklist',
    method: 'GET',
    path: '/api/worklist',
    audience: 'reviewer',
    access: officials,
    summary: 'The open cases of the caller’s office, by promise date.',
    params: NoParamsSchema,
    query: z.strictObject({
      programme: z.string().max(64).optional(),
      stage: z.string().max(64).optional(),
      town: z.string().max(9).optional(),
      show: z.enum(['all', 'mine', 'unclaimed', 'returned', 'late']).optional(),
      cursor: CursorSchema.optional(),
    }),
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(CaseSummaryDtoSchema),
      next: CursorSchema.optional(),
      counts: z.strictObject({
        all: z.int(),
        mine: z.int(),
        unclaimed: z.int(),
        returned: z.int(),
        late: z.int(),
      }),
    }),
  }),
  getCase: defineRoute({
    id: 'get-case',
    method: 'GET',
    path: '/api/cases/{caseId}',
    audience: 'reviewer',
    access: officials,
    summary:
      'A case as its office sees it: answers, documents, rules with every term, changes, history, what can be done.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: CaseDtoSchema,
  }),
  actOnCase: defineRoute({
    id: 'act-on-case',
    method: 'POST',
    path: '/api/cases/{caseId}/commands',
    audience: 'reviewer',
    access: officials,
    summary: 'Claim, accept, return, visit, recommend, approve, refuse and the other acts of an office.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: envelope(ReviewerCommandSchema),
    output: ActResultDtoSchema,
  }),
  actOnCases: defineRoute({
    id: 'act-on-cases',
    method: 'POST',
    path: '/api/case-commands',
    audience: 'reviewer',
    access: officials,
    summary: 'The same act on several cases, each decided on its own, with a result per case.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      items: z
        .array(z.strictObject({ caseId: CaseIdSchema, ...envelope(ReviewerCommandSchema).shape }))
        .min(1)
        .max(50),
    }),
    output: z.strictObject({
      results: z.array(
        z.strictObject({
          caseId: CaseIdSchema,
          result: ActResultDtoSchema.optional(),
          problem: ProblemSchema.optional(),
        }),
      ),
    }),
  }),
  revealAnswer: defineRoute({
    id: 'reveal-answer',
    method: 'POST',
    path: '/api/cases/{caseId}/reveals',
    audience: 'reviewer',
    access: [...officials, 'auditor', 'finance'],
    summary: 'Shows one masked value in full. The act and its reason are recorded first.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      path: z.string().max(200),
      reason: z.string().trim().min(4).max(500),
      /** The latest unless told. */
      revision: z.int().min(1).optional(),
    }),
    output: z.strictObject({ path: z.string(), value: z.string() }),
  }),
  listColleagues: defineRoute({
    id: 'list-colleagues',
    method: 'GET',
    path: '/api/colleagues',
    audience: 'reviewer',
    access: officials,
    summary: 'The officers of the caller’s office, for delegating a case.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(z.strictObject({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
    }),
  }),
} as const;
