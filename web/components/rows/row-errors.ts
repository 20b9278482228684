import type { FieldError } from '../../../shared/api/errors.ts';
import { stepsOf } from '../../../shared/forms/pointer.ts';
import type { Text } from '../../../shared/language/text.ts';

/** What is wrong with the cells of a row, by column id. */
export type CellErrors = Readonly<Record<string, Text>>;

const nothingWrong: CellErrors = {};

/** Errors of a table's cells by row. Those of the table itself (`/roster`) belong to its frame. */
export function cellErrorsByRow(errors: readonly FieldError[]): (row: number) => CellErrors {
  const byRow = new Map<number, Record<string, Text>>();
  for (const { path, message } of errors) {
    const [, row, column] = stepsOf(path);
    if (row === undefined) continue;
    const cells = byRow.get(Number(row)) ?? {};
    cells[column ?? ''] ??= message;
    byRow.set(Number(row), cells);
  }
  return (row) => byRow.get(row) ?? nothingWrong;
}
