import * as z from 'zod';
import { duplicateVerdicts } from '../../duplicates/compare-applications.ts';
import { likenessKinds } from '../../duplicates/likeness.ts';
import { FieldSchema } from '../../forms/field.ts';
import { TextSchema } from '../../language/text.ts';
import { CaseStatusDtoSchema } from '../dto/case.ts';
import { CaseIdSchema, CaseParamsSchema, InstantSchema, NoBodySchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { officials } from './reviewer.ts';

const PairParamsSchema = z.strictObject({ caseId: CaseIdSchema, other: CaseIdSchema });

/** What was decided on a pair. Decisions can be revised; the journal keeps each. */
const DuplicateDecisionDtoSchema = z.strictObject({
  version: z.int(),
  verdict: z.enum(duplicateVerdicts),
  findings: z.string(),
  at: InstantSchema,
  by: z.string(),
  /** Of whoever decided, where the directory knows them. */
  name: z.string().optional(),
  office: z.string().optional(),
});
export type DuplicateDecisionDto = z.infer<typeof DuplicateDecisionDtoSchema>;

const DuplicateDtoSchema = z.strictObject({
  caseId: CaseIdSchema,
  /** What both have in common. */
  kinds: z.array(z.enum(likenessKinds)),
  programme: z.strictObject({ id: z.string(), version: z.int(), title: TextSchema }),
  enterpriseName: z.string(),
  town: z.string(),
  status: CaseStatusDtoSchema,
  submittedAt: InstantSchema,
  decision: DuplicateDecisionDtoSchema.optional(),
});
export type DuplicateDto = z.infer<typeof DuplicateDtoSchema>;

const scalar = z.union([z.string(), z.int(), z.boolean()]);

export const duplicateRoutes = {
  listDuplicates: defineRoute({
    id: 'list-duplicates',
    method: 'GET',
    path: '/api/cases/{caseId}/duplicates',
    audience: 'reviewer',
    access: [...officials, 'auditor'],
    summary:
      'Other cases with the same credit code, resident ID, mobile, bank account or address, and what was decided on them.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(DuplicateDtoSchema) }),
  }),
  compareDuplicate: defineRoute({
    id: 'compare-duplicate',
    method: 'GET',
    path: '/api/cases/{caseId}/duplicates/{other}',
    records: true,
    audience: 'reviewer',
    access: [...officials, 'auditor'],
    summary:
      'A case and one that looks like it side by side: answers that both forms ask for, masked, and files that are the same.',
    params: PairParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      mine: DuplicateDtoSchema,
      theirs: DuplicateDtoSchema,
      fields: z.array(
        z.strictObject({
          field: FieldSchema,
          mine: scalar.optional(),
          theirs: scalar.optional(),
          same: z.boolean(),
        }),
      ),
      /** Slots in which both hold the very same file. */
      sameFiles: z.array(z.strictObject({ mine: z.string(), theirs: z.string() })),
      decision: DuplicateDecisionDtoSchema.optional(),
    }),
  }),
  decideOnDuplicate: defineRoute({
    id: 'decide-on-duplicate',
    method: 'POST',
    path: '/api/cases/{caseId}/duplicates/{other}/decisions',
    audience: 'reviewer',
    access: ['reviewer', 'supervisor'],
    summary: 'Records whether two cases are the same applicant or thing, with what was found.',
    params: PairParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      /** Of the decision so far; 0 when there is none. */
      version: z.int().min(0),
      verdict: z.enum(duplicateVerdicts),
      findings: z.string().trim().min(4).max(2000),
    }),
    output: DuplicateDecisionDtoSchema,
    status: 201,
  }),
} as const;
