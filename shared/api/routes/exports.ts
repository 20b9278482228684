import * as z from 'zod';
import { DigestSchema, InstantSchema, NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { auditorRoutes } from './auditor.ts';

const auditors = ['auditor'] as const;

/** The filters of the decision search. */
const ExportQuerySchema = auditorRoutes.listDecisions.query.omit({ cursor: true });
export type ExportQuery = z.infer<typeof ExportQuerySchema>;

/**
 * `rows`: decisions for a spreadsheet. `filtered-proof`: their events, each proven. `dossiers`: the cases they belong
 * to, each proving itself, for a replay. `period-proof`: everything recorded in a period, proven to be complete; of
 * the filters it knows the period only.
 */
const exportKinds = ['rows', 'filtered-proof', 'dossiers', 'period-proof'] as const;
const exportFormats = ['csv', 'xlsx', 'ndjson'] as const;

const wanted = {
  kind: z.enum(exportKinds),
  /** Of rows; what proves something is NDJSON. */
  format: z.enum(exportFormats),
  language: z.enum(['zh', 'en']),
  query: ExportQuerySchema,
};
export type ExportWanted = Readonly<z.infer<z.ZodObject<typeof wanted>>>;

const FileSchema = z.strictObject({
  name: z.string(),
  rows: z.int(),
  /** Bytes. */
  size: z.int(),
  sha256: DigestSchema,
});

/** What an export consists of: handed out beside its files, so that they can be checked and told apart. */
export const ExportManifestSchema = z.strictObject({
  id: z.uuid(),
  ...wanted,
  requestedAt: InstantSchema,
  requestedBy: z.string(),
  rows: z.int(),
  /** Events that matched and were not sealed yet, so that nothing could be proven of them. */
  unsealed: z.int(),
  /** Entries of the log that the search could not read: decisions of their cases may be missing from the rows. */
  unread: z.int(),
  files: z.array(FileSchema),
});
export type ExportManifest = z.infer<typeof ExportManifestSchema>;

const ExportDtoSchema = z.strictObject({
  ...ExportManifestSchema.shape,
  status: z.enum(['running', 'done', 'failed']),
  /** Why it failed: a code of the errors catalogue. */
  failure: z.string().optional(),
  /** With links that open for some minutes. */
  files: z.array(FileSchema.extend({ url: z.string() })),
  manifest: z.strictObject({ name: z.string(), url: z.string() }).optional(),
});
export type ExportDto = z.infer<typeof ExportDtoSchema>;

export const exportRoutes = {
  startExport: defineRoute({
    id: 'start-export',
    method: 'POST',
    path: '/api/exports',
    audience: 'auditor',
    access: auditors,
    summary:
      'Exports decisions, recorded first. A short export is done with the answer, a long one goes on by itself.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    /** `commandId` becomes the export’s id: asked again, it is the same export. */
    body: z.strictObject({ commandId: z.uuid(), ...wanted }),
    output: ExportDtoSchema,
    status: 202,
  }),
  listExports: defineRoute({
    id: 'list-exports',
    method: 'GET',
    path: '/api/exports',
    audience: 'auditor',
    access: auditors,
    summary: 'The caller’s exports of the last days, newest first.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(ExportDtoSchema) }),
  }),
  getExport: defineRoute({
    id: 'get-export',
    method: 'GET',
    path: '/api/exports/{exportId}',
    audience: 'auditor',
    access: auditors,
    summary: 'How far an export is, and links to what is finished.',
    params: z.strictObject({ exportId: z.uuid() }),
    query: NoQuerySchema,
    body: NoBodySchema,
    output: ExportDtoSchema,
  }),
} as const;
