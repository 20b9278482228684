import * as z from 'zod';
import { EmployeeNoteSchema, EmployeeSchema } from '../../employees/employee.ts';
import { NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';
import { officials } from './reviewer.ts';

const TownSchema = z.string().regex(/^\d{9}$/);

export const employeeRoutes = {
  listEmployees: defineRoute({
    id: 'list-employees',
    method: 'GET',
    path: '/api/employees',
    audience: 'reviewer',
    access: officials,
    summary: 'Who works in the factories of a town, by their latest rosters; resident IDs masked.',
    params: NoParamsSchema,
    query: z.strictObject({ town: TownSchema }),
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(EmployeeSchema),
      /** Counted from the lines: somebody on two rosters has one job. */
      jobs: z.int(),
      poorJobs: z.int(),
    }),
  }),
  noteEmployee: defineRoute({
    id: 'note-employee',
    method: 'PUT',
    path: '/api/employees/{town}/{person}',
    audience: 'reviewer',
    access: ['reviewer', 'supervisor'],
    summary: 'Notes household, cause and measures of somebody on the register; the act is recorded.',
    params: z.strictObject({ town: TownSchema, person: z.string().regex(/^[\w-]{22}$/) }),
    query: NoQuerySchema,
    body: z.strictObject({ commandId: z.uuid(), version: z.int().min(0), note: EmployeeNoteSchema }),
    output: z.strictObject({ version: z.int(), note: EmployeeNoteSchema }),
  }),
} as const;
