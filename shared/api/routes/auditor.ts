import * as z from 'zod';
import { findingIds } from '../../decisions/findings.ts';
import { OutcomeSchema } from '../../decisions/outcome.ts';
import { TextSchema } from '../../language/text.ts';
import {
  CaseIdSchema,
  CursorSchema,
  InstantSchema,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';

const auditors = ['auditor'] as const;
const overseers = ['auditor', 'leader', 'policy'] as const;
const FindingSchema = z.enum(findingIds);

/** One decision of one stage of one case. */
const DecisionDtoSchema = z.strictObject({
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
  /** Where the directory of officers knows it. */
  officerName: z.string().optional(),
  applicant: z.string(),
  /** Id in the programme, or one of the stages beside it; and its name. */
  stage: z.string(),
  stageTitle: TextSchema,
  outcome: OutcomeSchema,
  enterprise: z.string(),
  enterpriseName: z.string(),
  /** Fen. */
  amount: z.int(),
  computed: z.int(),
  daysUsed: z.int(),
  daysPromised: z.int(),
  /** What there is to find about it. */
  findings: z.array(FindingSchema),
  /** Where the log holds its event. */
  logIndex: z.int(),
});
export type DecisionDto = z.infer<typeof DecisionDtoSchema>;

/** Months in Asia/Shanghai, `YYYY-MM`, inclusive; at most ten years of them. */
const MonthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const ReportQuerySchema = z.strictObject({
  from: MonthSchema.optional(),
  to: MonthSchema.optional(),
  town: z.string().max(9).optional(),
  programme: z.string().max(64).optional(),
});

/** See shared/decisions/report.ts for what each figure is. */
const FiguresSchema = z.strictObject({
  decisions: z.int(),
  approved: z.int(),
  refused: z.int(),
  /** 0.01 %. */
  approvalRate: z.int().optional(),
  /** Fen. */
  amount: z.int(),
  computed: z.int(),
  timed: z.int(),
  /** Working days, all together. */
  used: z.int(),
  promised: z.int(),
  late: z.int(),
  /** Up to a quarter of the promised days, half, three quarters, all of them, half as much again, more. */
  spread: z.array(z.int()),
});
const figuresBy = z.array(z.strictObject({ key: z.string(), title: TextSchema, figures: FiguresSchema }));

/** Where a case that is not over stands: the kinds of stages, and what lies beside and after them. */
const phases = [
  'acceptance',
  'correction',
  'recommendation',
  'decision',
  'joint-meeting',
  'notice',
  'internal-review',
  'award',
] as const;
export type Phase = (typeof phases)[number];

/** Up to when the history is in the index. */
const indexedThrough = InstantSchema.optional();

/**
 * Entries of the log that were not what was sealed, or were gone, when the index came to them: whatever is asked,
 * decisions of these cases may be missing from the answer. The first entry in each case, and of the first twenty cases
 * only; absent when everything could be read.
 */
const UnreadSchema = z.strictObject({
  entries: z.int().min(1),
  cases: z.array(z.strictObject({ caseId: z.string(), seq: z.int(), logIndex: z.int() })),
});
export type UnreadDto = z.infer<typeof UnreadSchema>;
const unread = UnreadSchema.optional();

export const auditorRoutes = {
  listDecisions: defineRoute({
    id: 'list-decisions',
    method: 'GET',
    path: '/api/decisions',
    records: true,
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
      outcome: OutcomeSchema.optional(),
      officer: z.string().max(128).optional(),
      applicant: z.string().max(128).optional(),
      enterprise: z.string().max(128).optional(),
      minAmount: z.coerce.number().int().min(0).optional(),
      maxAmount: z.coerce.number().int().min(0).optional(),
      late: z.enum(['yes', 'no']).optional(),
      finding: FindingSchema.optional(),
      order: z.enum(['newest', 'oldest']).optional(),
      cursor: CursorSchema.optional(),
    }),
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(DecisionDtoSchema),
      next: CursorSchema.optional(),
      /** The page is not full, but it read as much as a page may: it has searched up to this instant. */
      searchedTo: InstantSchema.optional(),
      indexedThrough,
      unread,
    }),
  }),
  statistics: defineRoute({
    id: 'statistics',
    method: 'GET',
    path: '/api/statistics',
    audience: 'auditor',
    access: overseers,
    summary: 'Counts, approval rate, amounts and time against promise, by month, town, programme and stage.',
    params: NoParamsSchema,
    query: ReportQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      from: MonthSchema,
      to: MonthSchema,
      total: FiguresSchema,
      months: z.array(z.strictObject({ month: MonthSchema, figures: FiguresSchema })),
      towns: figuresBy,
      programmes: figuresBy,
      /** Keys are `<programme>#<stage>`: a stage belongs to its programme. */
      stages: figuresBy,
      outcomes: z.array(z.strictObject({ outcome: OutcomeSchema, title: TextSchema, count: z.int() })),
      indexedThrough,
    }),
  }),
  countOpenCases: defineRoute({
    id: 'count-open-cases',
    method: 'GET',
    path: '/api/open-cases',
    audience: 'auditor',
    access: overseers,
    summary: 'How many cases are open now, by town, programme and where they stand, and how many are late.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      at: InstantSchema,
      items: z.array(
        z.strictObject({
          town: z.string(),
          programme: z.string(),
          phase: z.enum(phases),
          count: z.int(),
          late: z.int(),
        }),
      ),
    }),
  }),
  findings: defineRoute({
    id: 'findings',
    method: 'GET',
    path: '/api/findings',
    audience: 'auditor',
    access: auditors,
    summary:
      'What an auditor should look at, and how often it occurred; the decisions are searched by finding.',
    params: NoParamsSchema,
    query: ReportQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      from: MonthSchema,
      to: MonthSchema,
      items: z.array(
        z.strictObject({
          finding: FindingSchema,
          title: TextSchema,
          meaning: TextSchema,
          count: z.int(),
        }),
      ),
      indexedThrough,
      unread,
    }),
  }),
  ledgerStatus: defineRoute({
    id: 'ledger-status',
    method: 'GET',
    path: '/api/ledger/status',
    audience: 'auditor',
    access: overseers,
    summary: 'How far the log has come, and what waits to be sealed.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({
      origin: z.string(),
      /** Entries in the log. */
      size: z.int(),
      sealedAt: InstantSchema.optional(),
      /** Events that are not in the log yet; `atLeast` when more than were counted. */
      unsealed: z.strictObject({
        count: z.int(),
        atLeast: z.boolean(),
        oldest: InstantSchema.optional(),
      }),
      /** Entries of the log that the search does not know yet. */
      unindexed: z.int(),
    }),
  }),
} as const;
