import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { employeeRoutes } from '../../shared/api/routes/employees.ts';
import { type Employee, type EmployeeNote, jobsIn } from '../../shared/employees/employee.ts';
import { noteEmployee } from '../employees/note-employee.ts';
import { employeesOf } from '../employees/register.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof employeeRoutes> = SignedInRequestOf<(typeof employeeRoutes)[N]>;

/** Towns see their own people; bureaus and the county all. */
export const listEmployees =
  (system: System) =>
  async ({
    actor,
    query: { town },
  }: Request<'listEmployees'>): Promise<Outcome<{ items: Employee[]; jobs: number; poorJobs: number }>> => {
    if (actor.town !== undefined && actor.town !== town) return refuse('outside-your-town');
    const items = [...(await employeesOf(system, town))];
    return accept({ items, ...jobsIn(items) });
  };

export const employeeNoting =
  (system: System) =>
  ({
    actor,
    params: { town, person },
    body,
  }: Request<'noteEmployee'>): Promise<Outcome<{ version: number; note: EmployeeNote }>> =>
    noteEmployee(system, actor, town, person, body);
