import * as z from 'zod';
import {
  CoursePlanSchema,
  CourseRefSchema,
  CourseWishesSchema,
  coursePlanMembers,
  OccupationSchema,
} from '../../courses/course.ts';
import { TownCodeSchema } from '../../identity/town.ts';
import { TextSchema } from '../../language/text.ts';
import { CaseSummaryDtoSchema } from '../dto/case.ts';
import { NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';

/** 菜单式培训: what there is to choose from, what people chose, and what is planned. */
export const courseMenuRoutes = {
  courseMenu: defineRoute({
    id: 'course-menu',
    method: 'GET',
    path: '/api/courses',
    audience: 'public',
    access: 'anyone',
    summary:
      'The course menu of a town: occupations, how many people wish for each this year, planned courses.',
    params: NoParamsSchema,
    query: z.strictObject({ town: TownCodeSchema }),
    body: NoBodySchema,
    output: z.strictObject({
      occupations: z.array(z.strictObject({ value: z.string(), label: TextSchema })),
      wishes: z.array(CourseWishesSchema),
      /** To come, the next one first. */
      plans: z.array(CoursePlanSchema),
      /** Begun within a year, the latest first: whoever held one applies for the subsidy. */
      held: z.array(CoursePlanSchema),
      /** The programme in force whose form asks for a course: it pays for them. */
      programme: z.string().optional(),
    }),
  }),
} as const;

/** Served where the public may write. */
export const courseWishRoutes = {
  wishForCourse: defineRoute({
    id: 'wish-for-course',
    method: 'POST',
    path: '/api/course-wishes',
    audience: 'objections',
    access: 'anyone',
    summary:
      'Says which course one would like in one’s town. Only counted, once per `commandId`: nothing about the person is asked or kept.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({ commandId: z.uuid(), town: TownCodeSchema, occupation: OccupationSchema }),
    output: CourseWishesSchema,
    status: 201,
  }),
} as const;

export const courseKeepingRoutes = {
  courseApplications: defineRoute({
    id: 'course-applications',
    method: 'GET',
    path: '/api/courses/{town}/{plan}/applications',
    audience: 'reviewer',
    access: ['reviewer', 'supervisor'],
    summary: 'The applications for a training subsidy that were started from a course of the caller’s town.',
    params: CourseRefSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ items: z.array(CaseSummaryDtoSchema) }),
  }),
  planCourse: defineRoute({
    id: 'plan-course',
    method: 'POST',
    path: '/api/courses',
    audience: 'reviewer',
    access: ['reviewer', 'supervisor'],
    summary: 'A town officer announces a planned course. The same id gives the same course.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({
      commandId: z.uuid(),
      ...coursePlanMembers,
    }),
    output: CoursePlanSchema,
    status: 201,
  }),
} as const;
