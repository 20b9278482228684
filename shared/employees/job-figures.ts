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

const figure = (answers: ProtectedAnswers | ProtectedRow, id: string): number | undefined => {
  const value = answers[id];
  return typeof value === 'number' ? value : undefined;
};

/** Jobs by the roster among a form's answers, counted and never typed; undefined where the form asks for none. */
export function jobFiguresOf(form: Form, answers: ProtectedAnswers): JobFigures | undefined {
  const field = rosterFieldOf(form);
  if (field === undefined) return undefined;
  const filed = answers[field.id];
  const rows = isRows(filed) ? filed : [];
  const wages = rows.flatMap((row) => figure(row, 'wage') ?? []);
  const output = figure(answers, 'output');
  return {
    jobs: rows.length,
    poorJobs: rows.filter(({ poorHousehold }) => poorHousehold === true).length,
    ...(wages.length > 0 && { wage: Math.round(sumOf(wages) / wages.length) }),
    ...(output !== undefined && { output }),
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
