import type { RowAnswer } from '../../../shared/forms/answers.ts';
import type { ScalarField, TableField } from '../../../shared/forms/field.ts';
import { type Cell, readCell } from '../typed/read-scalar.ts';

/** A cell that could not be read. `row` counts the rows of the result from 0. */
type UnreadCell = { readonly row: number; readonly column: ScalarField; readonly typed: string };

export type ReadRows = {
  readonly rows: readonly RowAnswer[];
  readonly unread: readonly UnreadCell[];
  /** Columns of the table that the text had no place for. */
  readonly missing: readonly ScalarField[];
};

/** Labels without what people leave out of a heading: brackets, units, blanks, case. */
const bare = (label: Cell): string =>
  String(label)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(.*?\)/g, '')
    .replaceAll(/[\s*::]/g, '');

/** Which column each place of a heading names; undefined when the line is no heading. */
function readHeading(
  table: TableField,
  cells: readonly Cell[],
): readonly (ScalarField | undefined)[] | undefined {
  const places = cells.map((cell) =>
    table.columns.find(({ id, label }) => [label.zh, label.en, id].some((name) => bare(name) === bare(cell))),
  );
  const named = places.filter((column) => column !== undefined).length;
  return named * 2 >= Math.min(cells.length, table.columns.length) && named > 0 ? places : undefined;
}

/**
 * Rows of a table from cells. A heading line is recognised by the labels of the form, in either language and
 * any order; without one the columns are taken in the form's order.
 */
export function readRows(table: TableField, cells: readonly (readonly Cell[])[]): ReadRows {
  const [first = []] = cells;
  const heading = readHeading(table, first);
  const places = heading ?? table.columns;
  const unread: UnreadCell[] = [];
  const rows = cells.slice(heading ? 1 : 0).map((line, row) => {
    const entries = places.flatMap((column, place) => {
      const cell = line[place];
      if (column === undefined || cell === undefined || String(cell).trim() === '') return [];
      const value = readCell(column, cell);
      if (value !== undefined) return [[column.id, value] as const];
      unread.push({ row, column, typed: String(cell) });
      return [];
    });
    return Object.fromEntries(entries);
  });
  const width = Math.max(0, ...cells.map((line) => line.length));
  const placed = new Set(places.slice(0, width));
  return { rows, unread, missing: table.columns.filter((column) => !placed.has(column)) };
}
