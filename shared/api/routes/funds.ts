import * as z from 'zod';
import { FundIdSchema, FundSchema } from '../../funds/fund.ts';
import { MovementSchema } from '../../funds/movement.ts';
import { officeById } from '../../identity/office.ts';
import { townByCode } from '../../identity/town.ts';
import { TextSchema } from '../../language/text.ts';
import { HistoryEntryDtoSchema } from '../dto/case.ts';
import { CursorSchema, InstantSchema, NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';

const FundParamsSchema = z.strictObject({ fund: FundIdSchema });
const YearSchema = z.coerce.number().int().min(2016).max(2099);
const FenSchema = z.int().min(0).max(100_000_000_000);
const ReasonSchema = z.string().trim().min(2).max(500);
const finance = ['finance'] as const;
const onlookers = ['finance', 'leader', 'supervisor', 'auditor', 'policy'] as const;

/** The county, one of its bureaus, or one of its towns by division code. */
const FunderSchema = z
  .string()
  .refine((id) => id === 'county' || officeById(id)?.kind === 'bureau' || townByCode(id) !== undefined, {
    error: 'not a funder of this county',
  });

export const fundRoutes = {
  listFunds: defineRoute({
    id: 'list-funds',
    method: 'GET',
    path: '/api/funds',
    audience: 'officer',
    access: onlookers,
    summary: 'The funds of a year: allocated, available, reserved, committed, paid and returned, in fen.',
    params: NoParamsSchema,
    query: z.strictObject({ year: YearSchema }),
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(FundSchema) }),
  }),
  openFund: defineRoute({
    id: 'open-fund',
    method: 'POST',
    path: '/api/funds',
    audience: 'officer',
    access: finance,
    summary: 'Opens a year’s fund of a funder for a programme with its first allocation.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      funder: FunderSchema,
      programme: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
      year: z.int().min(2016).max(2099),
      allocated: FenSchema,
      reason: ReasonSchema,
    }),
    output: FundSchema,
    status: 201,
  }),
  getFund: defineRoute({
    id: 'get-fund',
    method: 'GET',
    path: '/api/funds/{fund}',
    audience: 'officer',
    access: onlookers,
    summary: 'One fund, and every change of its allocation with its reason.',
    params: FundParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ fund: FundSchema, history: z.array(HistoryEntryDtoSchema) }),
  }),
  changeAllocation: defineRoute({
    id: 'change-allocation',
    method: 'PUT',
    path: '/api/funds/{fund}',
    audience: 'officer',
    access: finance,
    summary: 'Gives a fund another allocation, never below what is promised or paid.',
    params: FundParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      version: z.int().min(1),
      allocated: FenSchema,
      reason: ReasonSchema,
    }),
    output: FundSchema,
  }),
  fundMovements: defineRoute({
    id: 'fund-movements',
    method: 'GET',
    path: '/api/funds/{fund}/movements',
    audience: 'officer',
    access: onlookers,
    summary: 'What moved the money of a fund, newest first, 100 a page.',
    params: FundParamsSchema,
    query: z.strictObject({ cursor: CursorSchema.optional() }),
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(MovementSchema), next: CursorSchema.optional() }),
  }),
  auditFund: defineRoute({
    id: 'audit-fund',
    method: 'GET',
    path: '/api/funds/{fund}/audit',
    audience: 'officer',
    access: ['auditor', 'finance'],
    summary:
      'Checks a fund: balance against movements, and every movement against the event in the journal that caused it.',
    params: FundParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      at: InstantSchema,
      movements: z.int(),
      cases: z.int(),
      faults: z.array(z.strictObject({ code: z.string(), message: TextSchema })),
    }),
  }),
} as const;
