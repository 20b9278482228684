import * as z from 'zod';
import { CaseParamsSchema, NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { DossierDtoSchema, ReplayDtoSchema } from '../dto/dossier.ts';
import { defineRoute } from '../route.ts';

const auditors = ['auditor'] as const;

export const dossierRoutes = {
  getDossier: defineRoute({
    id: 'get-dossier',
    method: 'GET',
    path: '/api/cases/{caseId}/dossier',
    records: true,
    audience: 'auditor',
    access: auditors,
    summary: 'All of a case: every event, every form revision, who looked. The reading is recorded first.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: DossierDtoSchema,
  }),
  getDossierFile: defineRoute({
    id: 'get-dossier-file',
    method: 'GET',
    path: '/api/cases/{caseId}/dossier-file',
    records: true,
    audience: 'auditor',
    access: auditors,
    summary: 'The case as a file that proves itself offline. The reading is recorded first.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    /** `text` must be kept to the byte: it is what was signed. */
    output: z.strictObject({ name: z.string(), text: z.string() }),
  }),
  replayCase: defineRoute({
    id: 'replay-case',
    method: 'GET',
    path: '/api/cases/{caseId}/replay',
    records: true,
    audience: 'auditor',
    access: auditors,
    summary:
      'Evaluates every decision again, under the pinned rules or those of another version, and compares.',
    params: CaseParamsSchema,
    query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    body: NoBodySchema,
    output: ReplayDtoSchema,
  }),
  ledgerKeys: defineRoute({
    id: 'ledger-keys',
    method: 'GET',
    path: '/api/ledger/keys',
    audience: 'auditor',
    access: 'anyone',
    summary: 'The public keys that dossiers and exports are verified with, as C2SP verifier keys.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      /** Of the log, old ones too. */
      log: z.array(z.string()),
      /** Of whoever issues files. */
      issuer: z.array(z.string()),
      /** How one key of the log took over from another: signed notes, by both. */
      changes: z.array(z.string()),
    }),
  }),
} as const;
