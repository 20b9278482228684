import * as z from 'zod';
import { isMobile } from '../../identity/contact-and-bank.ts';
import { TownCodeSchema } from '../../identity/town.ts';
import { TextSchema } from '../../language/text.ts';
import { CaseSummaryDtoSchema } from '../dto/case.ts';
import {
  CaseIdSchema,
  CaseParamsSchema,
  DateSchema,
  InstantSchema,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { officials } from './reviewer.ts';

const line = {
  caseId: CaseIdSchema,
  programme: z.strictObject({ id: z.string(), version: z.int(), title: TextSchema }),
  enterpriseName: z.string(),
  town: z.string(),
  /** Fen; for premises the rent that is waived, which nobody is paid. */
  amount: z.int(),
  benefit: z.enum(['money', 'premises']),
  /** Both inclusive, Asia/Shanghai. */
  opensOn: DateSchema,
  closesOn: DateSchema,
};
const NoticeLineDtoSchema = z.strictObject(line);
export type NoticeLineDto = z.infer<typeof NoticeLineDtoSchema>;

const NoticeDtoSchema = z.strictObject({
  ...line,
  /** Who answers objections. */
  office: z.string(),
  /** What the form marks for the public, by answer id; nothing that names a person in full. */
  answers: z.record(z.string(), z.unknown()),
  premises: z
    .strictObject({
      unit: z.string(),
      area: z.int(),
      months: z.int(),
      from: DateSchema,
      to: DateSchema,
    })
    .optional(),
});
export type NoticeDto = z.infer<typeof NoticeDtoSchema>;

/** What everybody may see. */
export const noticeRoutes = {
  listNotices: defineRoute({
    id: 'list-notices',
    method: 'GET',
    path: '/api/notices',
    audience: 'public',
    access: 'anyone',
    summary: 'What is in public notice now, those that close first in front.',
    params: NoParamsSchema,
    query: z.strictObject({ town: TownCodeSchema.optional(), programme: z.string().max(64).optional() }),
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(NoticeLineDtoSchema) }),
  }),
  getNotice: defineRoute({
    id: 'get-notice',
    method: 'GET',
    path: '/api/notices/{caseId}',
    audience: 'public',
    access: 'anyone',
    summary: 'One public notice: who is to get what, where, and until when anyone may object.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: NoticeDtoSchema,
  }),
} as const;

const answered = {
  number: z.int(),
  at: InstantSchema,
  /** Waiting · answered and not followed · followed, so the approval fell. */
  state: z.enum(['open', 'dismissed', 'upheld']),
  findings: z.string().optional(),
  answeredAt: InstantSchema.optional(),
};

/** What anyone may do about a notice. */
export const objectionRoutes = {
  fileObjection: defineRoute({
    id: 'file-objection',
    method: 'POST',
    path: '/api/notices/{caseId}/objections',
    audience: 'objections',
    access: 'anyone',
    summary:
      'Objects to a public notice. Name and mobile are optional and seen by the answering office only.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      /** Made once per intended objection, and kept: the answer is found by it. */
      commandId: z.uuid(),
      grounds: z.string().trim().min(10).max(2000),
      name: z.string().trim().min(1).max(40).optional(),
      mobile: z.string().refine(isMobile, { error: 'not a mobile number' }).optional(),
    }),
    output: z.strictObject({ caseId: CaseIdSchema, number: z.int(), receipt: z.string(), at: InstantSchema }),
    status: 201,
  }),
  objectionStatus: defineRoute({
    id: 'objection-status',
    method: 'GET',
    path: '/api/objections/{receipt}',
    audience: 'objections',
    access: 'anyone',
    summary: 'What became of an objection, for whoever holds its receipt.',
    params: z.strictObject({ receipt: z.uuid() }),
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ caseId: CaseIdSchema, ...answered }),
  }),
} as const;

/** What the office that answers reads. */
export const objectionReadingRoutes = {
  openObjections: defineRoute({
    id: 'open-objections',
    method: 'GET',
    path: '/api/objections',
    audience: 'reviewer',
    access: officials,
    summary: 'The cases in notice at the caller’s office with objections that wait for an answer.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          ...CaseSummaryDtoSchema.shape,
          /** How many wait, and since when the first of them does. */
          open: z.int().min(1),
          since: InstantSchema,
        }),
      ),
    }),
  }),
  caseObjections: defineRoute({
    id: 'case-objections',
    method: 'GET',
    path: '/api/cases/{caseId}/objections',
    records: true,
    audience: 'reviewer',
    access: [...officials, 'auditor'],
    summary:
      'The objections to a case in their own words. Who filed them is shown to the answering office. The reading is recorded.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          ...answered,
          grounds: z.string(),
          name: z.string().optional(),
          mobile: z.string().optional(),
        }),
      ),
    }),
  }),
} as const;
