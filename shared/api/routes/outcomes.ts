import * as z from 'zod';
import { OutcomeSchema } from '../../outcomes/outcome.ts';
import { NoBodySchema, NoParamsSchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { officials } from './reviewer.ts';

export const outcomeRoutes = {
  listOutcomes: defineRoute({
    id: 'list-outcomes',
    method: 'GET',
    path: '/api/outcomes',
    audience: 'reviewer',
    access: [...officials, 'finance', 'auditor', 'policy'],
    summary: 'What every factory of a town, or of all towns, did in a year and was given for it, in fen.',
    params: NoParamsSchema,
    query: z.strictObject({
      year: z.string().regex(/^20\d{2}$/),
      /** Division code; every town the caller may see when absent. */
      town: z.string().max(9).optional(),
      programme: z.string().max(64).optional(),
    }),
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(OutcomeSchema) }),
  }),
} as const;
