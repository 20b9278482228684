import * as z from 'zod';
import { PublishedYearSchema } from '../../calendar/published-years.ts';
import { TextSchema } from '../../language/text.ts';
import { CaseStatusDtoSchema } from '../dto/case.ts';
import {
  CaseIdSchema,
  DateSchema,
  FieldErrorsSchema,
  InstantSchema,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';

const KeptYearDtoSchema = z.strictObject({
  ...PublishedYearSchema.shape,
  publishedAt: InstantSchema,
  publishedBy: z.string(),
  /** Deadlines are reckoned with it from here on. */
  inForceFrom: InstantSchema,
});

const MoveDtoSchema = z.strictObject({
  caseId: CaseIdSchema,
  programme: TextSchema,
  /** Of the case's review; absent while it is with the applicant, in public notice or refused. */
  stage: TextSchema.optional(),
  status: CaseStatusDtoSchema,
  from: DateSchema,
  to: DateSchema,
});
/** Enough to see what happens; more would be read by nobody. */
export const mostMovesShown = 100;

const CalendarYearDtoSchema = z.strictObject({
  ...PublishedYearSchema.shape,
  /** Absent for years that come with the system. */
  publishedAt: InstantSchema.optional(),
  publishedBy: z.string().optional(),
  /** For officials, where the directory of officers knows it. */
  publisherName: z.string().optional(),
  inForceFrom: InstantSchema.optional(),
});

export const calendarRoutes = {
  listCalendarYears: defineRoute({
    id: 'list-calendar-years',
    method: 'GET',
    path: '/api/calendar-years',
    audience: 'officer',
    access: 'signed-in',
    summary: 'The years whose holidays and make-up workdays are known, the latest first; others are guessed.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(CalendarYearDtoSchema) }),
  }),
  previewCalendarYear: defineRoute({
    id: 'preview-calendar-year',
    method: 'POST',
    path: '/api/calendar-year-previews',
    audience: 'officer',
    access: ['policy'],
    summary:
      'What is wrong with a year’s days, and which running promises would move if it were published. Writes nothing.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: PublishedYearSchema,
    output: z.strictObject({
      errors: FieldErrorsSchema,
      /** The latest to move first. */
      moves: z.array(MoveDtoSchema).max(mostMovesShown),
      /** Of all, shown or not. */
      moving: z.int(),
      open: z.int(),
    }),
  }),
  publishCalendarYear: defineRoute({
    id: 'publish-calendar-year',
    method: 'POST',
    path: '/api/calendar-years',
    audience: 'officer',
    access: ['policy'],
    summary:
      'Publishes the State Council’s notice for a year. Deadlines are reckoned with it from the next day on; dates given before move only later.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({ commandId: z.uuid(), ...PublishedYearSchema.shape }),
    output: KeptYearDtoSchema,
    status: 201,
  }),
} as const;
