import type { Locale } from '../language/text.ts';
import type { RowAnswer } from './answers.ts';
import { writeCsvLine } from './delimited-text.ts';
import type { TableField } from './field.ts';
import { writeScalar } from './scalar-text.ts';

/** Spreadsheets take a CSV file for UTF-8 only when it begins with this mark. */
const byteOrderMark = '\uFEFF';

/** A CSV file with the table's headings and nothing else, to be filled in and handed to `parseRows`. */
export const rowTemplate = (table: TableField, locale: Locale): string => writeRows(table, [], locale);

/** A CSV file of rows; `parseRows` reads the same rows back. */
export function writeRows(table: TableField, rows: readonly RowAnswer[], locale: Locale): string {
  const heading = table.columns.map((column) => column.label[locale]);
  const lines = rows.map((row) =>
    table.columns.map((column) => {
      const value = row[column.id];
      return value === undefined ? '' : writeScalar(column, value, locale);
    }),
  );
  return byteOrderMark + [heading, ...lines].map((cells) => `${writeCsvLine(cells)}\r\n`).join('');
}
