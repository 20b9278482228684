import type { FieldError } from '../api/errors.ts';
import { inBoth } from '../language/format.ts';
import { isRows, type RowAnswer, type ScalarAnswer } from './answers.ts';
import { readDelimited, withoutApostrophe } from './delimited-text.ts';
import type { ScalarField, TableField } from './field.ts';
import { type FieldFault, fault, fieldError } from './field-error.ts';
import { pointerTo } from './pointer.ts';
import { bareLabel, readScalar } from './scalar-text.ts';
import { type PlacedFault, tableFaults } from './table-fault.ts';
import { shapeField } from './value-shape.ts';

export type ParsedRows = {
  readonly rows: readonly RowAnswer[];
  /** Every cell that could not be read or is not right, by pointer from the form: `/trainees/3/residentId`. */
  readonly errors: readonly FieldError[];
  /** Headings that belong to no column, e.g. a running number. */
  readonly ignored: readonly string[];
};

/**
 * Reads the rows of a table from text pasted from a spreadsheet or from a CSV file. If the first line names
 * columns (in either language, in any order), cells are taken by name; else in the order of the columns.
 * `today` serves the bounds of dates; those that refer to the form are checked when the form is.
 */
export function parseRows(table: TableField, text: string, today: string): ParsedRows {
  const lines = readDelimited(text);
  const named = headingOf(table, lines[0] ?? []);
  const columns = named ?? table.columns;
  const body = named ? lines.slice(1) : lines;

  const missing = table.columns.filter((column) => column.required && !columns.includes(column));
  // The headings of missing columns are named once, not in every row.
  const faults: PlacedFault[] = missing.map(({ label }) => [
    '',
    fault('missing-column', { column: inBoth((locale) => label[locale]) }),
  ]);
  if (body.length > table.maxRows) faults.push(['', fault('too-many-rows', { max: table.maxRows })]);

  const read = body.slice(0, table.maxRows).map((cells, index) => {
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      faults.push([pointerTo(index), fault('too-many-cells')]);
    }
    return readRow(columns, cells, (id, found) => faults.push([pointerTo(index, id), found]));
  });

  const { value, faults: misshapen } = shapeField(table, read);
  const rows = isRows(value) ? value : [];
  const unread = new Set([...faults, ...misshapen].map(([path]) => path));
  const absent = new Set(missing.map((column) => column.id));
  const wrong = tableFaults(table, rows, { today, dateOf: () => undefined }).filter(
    ([path]) => !unread.has(path) && !absent.has(path.slice(path.lastIndexOf('/') + 1)),
  );
  return {
    rows,
    errors: [...faults, ...misshapen, ...wrong].map(([path, found]) =>
      fieldError(pointerTo(table.id) + path, found),
    ),
    ignored: named ? (lines[0] ?? []).filter((heading, index) => heading.trim() !== '' && !named[index]) : [],
  };
}

/** The column each heading names; undefined when the line is no heading but the first row. */
function headingOf(
  table: TableField,
  cells: readonly string[],
): readonly (ScalarField | undefined)[] | undefined {
  const columns = cells.map((cell) => {
    const heading = bareLabel(cell);
    return table.columns.find(({ id, label }) =>
      [id, label.zh, label.en].some((name) => bareLabel(name) === heading),
    );
  });
  const recognised = new Set(columns.filter((column) => column !== undefined)).size;
  return recognised >= Math.min(2, table.columns.length) ? columns : undefined;
}

function readRow(
  columns: readonly (ScalarField | undefined)[],
  cells: readonly string[],
  unreadable: (columnId: string, found: FieldFault) => void,
): RowAnswer {
  const row: Record<string, ScalarAnswer> = {};
  for (const [index, column] of columns.entries()) {
    if (column === undefined) continue;
    const read = readScalar(column, withoutApostrophe(cells[index] ?? ''));
    if (read.kind === 'answer') row[column.id] = read.value;
    else if (read.kind === 'unreadable') unreadable(column.id, read.fault);
  }
  return row;
}
