import * as z from 'zod';
import { PublishedYearSchema } from '../../calendar/published-years.ts';
import { InstantSchema, NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';

const KeptYearDtoSchema = z.strictObject({
  ...PublishedYearSchema.shape,
  publishedAt: InstantSchema,
  publishedBy: z.string(),
  /** Deadlines are reckoned with it from here on. */
  inForceFrom: InstantSchema,
});

const CalendarYearDtoSchema = z.strictObject({
  ...PublishedYearSchema.shape,
  /** Absent for years that come with the system. */
  publishedAt: InstantSchema.optional(),
  publishedBy: z.string().optional(),
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
