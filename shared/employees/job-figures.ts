import { isRows, type ProtectedAnswers, type ProtectedRow } from '../forms/answers.ts';
import { type Form, fieldsOf, type TableField } from '../forms/field.ts';

/** What a roster or a report says of jobs. Wage and output in fen. */
export type JobFigures = {
  readonly jobs: number;
  readonly poorJobs: number;
  /** Monthly, on average. */
  readonly wage?: number;
  /** Of the time reported on. */
  readonly output?: number;
};

/** 员工名册: the table that names workers with their wage and household (common/roster-table.ts). */
export const rosterFieldOf = (form: Form): TableField | undefined =>
  fieldsOf(form).find(
    (field): field is TableField =>
      field.type === 'table' &&
      ['residentId', 'wage', 'poorHousehold'].every((id) => field.columns.some((column) => column.id === id)),
  );

export function rosterRowsOf(form: Form, answers: ProtectedAnswers): readonly ProtectedRow[] | undefined {
  const field = rosterFieldOf(form);
  const rows = field && answers[field.id];
  if (field === undefined) return undefined;
  return isRows(rows) ? rows : [];
}

const figure = (answers: ProtectedAnswers | ProtectedRow, id: string): number | undefined => {
  const value = answers[id];
  return typeof value === 'number' ? value : undefined;
};

/**
 * Jobs by a form's answers: counted where it has a roster, else as stated (`workersNow`, `poorWorkersNow`,
 * `averageWage` of reports without one); undefined where it speaks of no jobs.
 */
export function jobFiguresOf(form: Form, answers: ProtectedAnswers): JobFigures | undefined {
  const output = figure(answers, 'output');
  const said = output === undefined ? {} : { output };
  const rows = rosterRowsOf(form, answers);
  if (rows !== undefined) {
    const wages = rows.flatMap((row) => figure(row, 'wage') ?? []);
    return {
      jobs: rows.length,
      poorJobs: rows.filter(({ poorHousehold }) => poorHousehold === true).length,
      ...(wages.length > 0 && { wage: Math.round(sumOf(wages) / wages.length) }),
      ...said,
    };
  }
  const jobs = figure(answers, 'workersNow');
  if (jobs === undefined) return undefined;
  const wage = figure(answers, 'averageWage');
  return {
    jobs,
    poorJobs: figure(answers, 'poorWorkersNow') ?? 0,
    ...(wage !== undefined && { wage }),
    ...said,
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
