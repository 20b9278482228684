import * as z from 'zod';

export const households = ['registered-poor', 'lifted', 'at-risk', 'other'] as const;

/** What a town notes of someone on a roster 在职贫困员工信息台账: household, why it is poor, what is done about it. */
export const EmployeeNoteSchema = z.strictObject({
  household: z.enum(households),
  cause: z.string().trim().max(200),
  measures: z.string().trim().max(1000),
});
export type EmployeeNote = z.infer<typeof EmployeeNoteSchema>;

/** A line of the register: the latest roster of a factory says who works there. Wage in fen a month. */
export const EmployeeSchema = z.strictObject({
  /** Keyed hash of the resident ID: the same person in every roster. */
  person: z.string(),
  name: z.string(),
  residentId: z.string(),
  enterpriseName: z.string(),
  place: z.string(),
  caseId: z.string(),
  /** The day of the roster. */
  asOf: z.iso.date(),
  startedOn: z.iso.date().optional(),
  wage: z.int().optional(),
  poorHousehold: z.boolean(),
  /** Of the note; 0 while there is none. */
  version: z.int(),
  note: EmployeeNoteSchema.optional(),
});
export type Employee = z.infer<typeof EmployeeSchema>;

/** Jobs of a register; somebody on two rosters has one. */
export function jobsIn(employees: readonly Employee[]): { readonly jobs: number; readonly poorJobs: number } {
  const people = Map.groupBy(employees, ({ person }) => person);
  const poor = [...people.values()].filter((lines) => lines.some(({ poorHousehold }) => poorHousehold));
  return { jobs: people.size, poorJobs: poor.length };
}
