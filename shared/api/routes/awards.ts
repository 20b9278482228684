import * as z from 'zod';
import { ReturnLineSchema } from '../../awards/bank-return/return-line.ts';
import {
  ApplicantAwardCommandSchema,
  PaymentCommandSchema,
  SupervisionCommandSchema,
} from '../../workflow/command.ts';
import { AwardDtoSchema, AwardStepDtoSchema, AwardSummaryDtoSchema } from '../dto/award.ts';
import { ActResultDtoSchema } from '../dto/case.ts';
import {
  AnswersSchema,
  CaseIdSchema,
  CaseParamsSchema,
  CursorSchema,
  DateSchema,
  DocumentDtoSchema,
  DraftSavedSchema,
  DraftSavingSchema,
  envelope,
  FieldErrorsSchema,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
  page,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { officials } from './reviewer.ts';

/** Lines of the bank's return: a long file comes in several requests. */
const ReturnLinesSchema = z.array(ReturnLineSchema).min(1).max(100);

const ReturnItemDtoSchema = z.strictObject({
  /** `to-record` is only asked about; `recorded` was on record before; `done` is now. */
  verdict: z.enum(['to-record', 'recorded', 'done', 'wrong']),
  caseId: CaseIdSchema.optional(),
  enterpriseName: z.string().optional(),
  /** Paths are columns: `/amount`. */
  errors: FieldErrorsSchema,
});
export type ReturnItemDto = z.infer<typeof ReturnItemDtoSchema>;
/** One for each line, in their order. */
const ReturnItemsSchema = z.strictObject({ items: z.array(ReturnItemDtoSchema) });

/** Finance, and the desks of towns and bureaus: towns pay from their own money too. */
const payers = [...officials, 'finance'] as const;

const ReportParamsSchema = z.strictObject({
  caseId: CaseIdSchema,
  obligation: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
});

/** The enterprise's own side of an award. */
export const ownAwardRoutes = {
  getOwnAward: defineRoute({
    id: 'get-own-award',
    method: 'GET',
    path: '/api/applications/{caseId}/award',
    audience: 'applicant',
    access: ['applicant', 'reviewer'],
    summary: 'What became of an approved application: payments or lease, duties with their dates, reports.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: AwardDtoSchema,
  }),
  actOnOwnAward: defineRoute({
    id: 'act-on-own-award',
    method: 'POST',
    path: '/api/applications/{caseId}/award-commands',
    audience: 'applicant',
    access: ['applicant', 'reviewer'],
    summary: 'Hands in documents that were to follow, or the report on a duty with its answers.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      ...envelope(ApplicantAwardCommandSchema).shape,
      /** Of a report: by the form of its obligation. */
      answers: AnswersSchema.optional(),
    }),
    output: ActResultDtoSchema,
  }),
  getReportDraft: defineRoute({
    id: 'get-report-draft',
    method: 'GET',
    path: '/api/applications/{caseId}/award/reports/{obligation}/draft',
    audience: 'applicant',
    access: ['applicant', 'reviewer'],
    summary:
      'The report on a duty as far as it is written, with its files. One that was sent back is gone on with.',
    params: ReportParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      round: z.int(),
      due: DateSchema,
      draftVersion: z.int(),
      answers: AnswersSchema,
      documents: z.array(DocumentDtoSchema),
    }),
  }),
  saveReportDraft: defineRoute({
    id: 'save-report-draft',
    method: 'PUT',
    path: '/api/applications/{caseId}/award/reports/{obligation}/draft',
    audience: 'applicant',
    access: ['applicant', 'reviewer'],
    summary: 'Autosave of a report, as of an application.',
    params: ReportParamsSchema,
    query: NoQuerySchema,
    body: DraftSavingSchema,
    output: DraftSavedSchema,
  }),
} as const;

/** The offices’ side. */
export const awardRoutes = {
  listAwards: defineRoute({
    id: 'list-awards',
    method: 'GET',
    path: '/api/awards',
    audience: 'reviewer',
    access: payers,
    summary: 'Awards that wait at the caller’s office: to be paid, handed over, assessed, repaid.',
    params: NoParamsSchema,
    query: z.strictObject({
      step: AwardStepDtoSchema.optional(),
      town: z.string().max(9).optional(),
      cursor: CursorSchema.optional(),
    }),
    body: NoBodySchema,
    output: z.strictObject({
      ...page(AwardSummaryDtoSchema).shape,
      /** How many wait at each step. */
      counts: z.array(z.strictObject({ step: AwardStepDtoSchema, count: z.int() })),
    }),
  }),
  getAward: defineRoute({
    id: 'get-award',
    method: 'GET',
    path: '/api/awards/{caseId}',
    audience: 'reviewer',
    access: payers,
    summary: 'The life of an award as its offices see it: identifiers masked.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: AwardDtoSchema,
  }),
  actOnPayment: defineRoute({
    id: 'act-on-payment',
    method: 'POST',
    path: '/api/awards/{caseId}/payment-commands',
    audience: 'reviewer',
    access: payers,
    summary: 'Prepare a payment, approve it as another person, record what the bank did, record a repayment.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: envelope(PaymentCommandSchema),
    output: ActResultDtoSchema,
  }),
  superviseAward: defineRoute({
    id: 'supervise-award',
    method: 'POST',
    path: '/api/awards/{caseId}/supervision-commands',
    audience: 'reviewer',
    access: officials,
    summary: 'Hand premises over, assess reports, record and settle breaches, recover, cancel.',
    params: CaseParamsSchema,
    query: NoQuerySchema,
    body: envelope(SupervisionCommandSchema),
    output: ActResultDtoSchema,
  }),
  makePaymentBatch: defineRoute({
    id: 'make-payment-batch',
    method: 'POST',
    path: '/api/payment-batches',
    audience: 'reviewer',
    access: payers,
    summary:
      'The approved payments of the caller’s office that no file held yet, as a file for the bank. Each account it shows is recorded.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      reason: z.string().trim().min(4).max(500),
      /** Also what an earlier file held, when that one never reached the bank. */
      again: z.boolean().optional(),
    }),
    output: z.strictObject({
      name: z.string(),
      /** UTF-8 with a byte order mark, CRLF, amounts in yuan. */
      csv: z.string(),
      payments: z.int(),
      /** Fen. */
      total: z.int(),
      /** Approved payments that are not in it, because an earlier file held them. */
      left: z.int(),
    }),
  }),
  checkPaymentReturn: defineRoute({
    id: 'check-payment-return',
    method: 'POST',
    path: '/api/payment-returns/check',
    audience: 'reviewer',
    access: payers,
    summary:
      'What each line of the bank’s return would come to: what is on record, what is wrong. Records nothing.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({ lines: ReturnLinesSchema }),
    output: ReturnItemsSchema,
  }),
  recordPaymentReturn: defineRoute({
    id: 'record-payment-return',
    method: 'POST',
    path: '/api/payment-returns',
    audience: 'reviewer',
    access: payers,
    summary:
      'Records each line of the bank’s return as paid, failed or sent back, on its own, with a result per line.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({ commandId: z.uuid(), lines: ReturnLinesSchema }),
    output: ReturnItemsSchema,
  }),
} as const;
