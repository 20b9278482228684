import * as z from 'zod';
import {
  CaseIdSchema,
  CaseParamsSchema,
  DocumentDtoSchema,
  InstantSchema,
  NoBodySchema,
  NoQuerySchema,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';

const DocumentParamsSchema = z.strictObject({
  caseId: CaseIdSchema,
  documentId: z.string().regex(/^[0-9a-z-]{1,64}$/),
});
const fillers = ['applicant', 'reviewer'] as const;

export const documentRoutes = {
  requestUpload: defineRoute({
    id: 'request-upload',
    method: 'POST',
    path: '/api/applications/{caseId}/documents',
    audience: 'documents',
    access: fillers,
    summary: 'A short-lived form with which the browser posts one file straight to the object store.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      slot: z.string().max(64),
      /** File name as shown to people; never part of the key. */
      name: z.string().min(1).max(200),
      type: z.string().max(100),
      size: z.int().min(1),
    }),
    output: z.strictObject({
      documentId: z.string(),
      url: z.string(),
      fields: z.record(z.string(), z.string()),
      expiresAt: InstantSchema,
    }),
    status: 201,
  }),
  confirmUpload: defineRoute({
    id: 'confirm-upload',
    method: 'POST',
    path: '/api/applications/{caseId}/documents/{documentId}/received',
    audience: 'documents',
    access: fillers,
    summary:
      'Reads the uploaded file: real type by its first bytes, size, SHA-256. Refuses what the slot does not accept.',
    params: DocumentParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: DocumentDtoSchema,
  }),
  removeDocument: defineRoute({
    id: 'remove-document',
    method: 'DELETE',
    path: '/api/applications/{caseId}/documents/{documentId}',
    audience: 'documents',
    access: fillers,
    summary: 'Takes a document out of a draft or of a slot that is open for correction.',
    params: DocumentParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ documentId: z.string() }),
  }),
  documentLink: defineRoute({
    id: 'document-link',
    method: 'GET',
    path: '/api/cases/{caseId}/documents/{documentId}/link',
    audience: 'documents',
    access: 'signed-in',
    summary: 'A link that opens the document for one minute, for those who may see the case.',
    params: DocumentParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ url: z.string(), expiresAt: InstantSchema }),
  }),
  discardDraft: defineRoute({
    id: 'discard-draft',
    method: 'DELETE',
    path: '/api/applications/{caseId}/draft',
    audience: 'documents',
    access: fillers,
    summary: 'Throws a draft away, with its files. A submitted application is withdrawn instead.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ caseId: CaseIdSchema }),
  }),
} as const;
