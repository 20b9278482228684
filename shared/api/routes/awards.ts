import * as z from 'zod';
import {
  ApplicantAwardCommandSchema,
  PaymentCommandSchema,
  SupervisionCommandSchema,
} from '../../workflow/command.ts';
import { AwardDtoSchema, AwardStepDtoSchema, AwardSummaryDtoSchema } from '../dto/award.ts';
import { ActResultDtoSchema } from '../dto/case.ts';
import {
  AnswersSchema,
  CaseParamsSchema,
  CursorSchema,
  envelope,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
  page,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { officials } from './reviewer.ts';

/** Finance, and the desks of towns and bureaus: towns pay from their own money too. */
const payers = [...officials, 'finance'] as const;

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
      'The approved payments of the caller’s office as a file for the bank. Each account it shows is recorded.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({ reason: z.string().trim().min(4).max(500) }),
    output: z.strictObject({
      name: z.string(),
      /** UTF-8 with a byte order mark, CRLF, amounts in yuan. */
      csv: z.string(),
      payments: z.int(),
      /** Fen. */
      total: z.int(),
    }),
  }),
} as const;
