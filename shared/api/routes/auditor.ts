import * as z from 'zod';
import { TextSchema } from '../../language/text.ts';
import { CaseIdSchema, CursorSchema, InstantSchema, NoBodySchema, NoParamsSchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';

const auditors = ['auditor'] as const;

/** One decision of one stage of one case. */
export const DecisionDtoSchema = z.strictObject({
  caseId: CaseIdSchema,
  seq: z.int(),
  at: InstantSchema,
  event: z.string(),
  programme: z.string(),
  version: z.int(),
  programmeTitle: TextSchema,
  town: z.string(),
  office: z.string(),
  officer: z.string(),
  applicant: z.string(),
  stage: z.string(),
  outcome: z.string(),
  enterprise: z.string(),
  enterpriseName: z.string(),
  /** Fen. */
  amount: z.int(),
  computed: z.int(),
  daysUsed: z.int(),
  daysPromised: z.int(),
});
export type DecisionDto = z.infer<typeof DecisionDtoSchema>;

export const auditorRoutes = {
  listDecisions: defineRoute({
    id: 'list-decisions',
    method: 'GET',
    path: '/api/decisions',
    audience: 'auditor',
    access: auditors,
    summary: 'Decisions by any mix of filters, newest or oldest first, 50 a page.',
    params: NoParamsSchema,
    query: z.strictObject({
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      town: z.string().max(9).optional(),
      office: z.string().max(64).optional(),
      programme: z.string().max(64).optional(),
      version: z.coerce.number().int().optional(),
      stage: z.string().max(64).optional(),
      outcome: z.string().max(32).optional(),
      officer: z.string().max(128).optional(),
      applicant: z.string().max(128).optional(),
      enterprise: z.string().max(128).optional(),
      minAmount: z.coerce.number().int().min(0).optional(),
      maxAmount: z.coerce.number().int().min(0).optional(),
      late: z.enum(['yes', 'no']).optional(),
      order: z.enum(['newest', 'oldest']).optional(),
      cursor: CursorSchema.optional(),
    }),
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(DecisionDtoSchema),
      next: CursorSchema.optional(),
      /** Decisions up to this instant are searchable. */
      indexedThrough: InstantSchema.optional(),
    }),
  }),
} as const;
