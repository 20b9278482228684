/**
 * Cells of a text pasted from a spreadsheet (tabs) or read from a CSV file (commas, RFC 4180). Which of the
 * two it is, the first line tells. Lines with nothing in them are left out.
 */
export function readDelimited(text: string): readonly (readonly string[])[] {
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const delimiter = /^[^\n]*\t/.test(source) ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const [cell, end] = source.charAt(at) === '"' ? quotedCell(source, at) : bareCell(source, at, delimiter);
    row.push(cell);
    at = end;
    // What stands between a closing quote and the next delimiter belongs to no cell.
    while (at < source.length && source.charAt(at) !== delimiter && source.charAt(at) !== '\n') at += 1;
    if (source.charAt(at) === delimiter) {
      at += 1;
      if (at < source.length && source.charAt(at) !== '\n') continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += 1;
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

function bareCell(source: string, from: number, delimiter: string): readonly [cell: string, end: number] {
  let end = from;
  while (end < source.length && source.charAt(end) !== delimiter && source.charAt(end) !== '\n') end += 1;
  return [source.slice(from, end), end];
}

/** Doubled quotes are one; a quote that is never closed runs to the end of the text. */
function quotedCell(source: string, from: number): readonly [cell: string, end: number] {
  let end = from + 1;
  while (end < source.length) {
    if (source.charAt(end) !== '"') end += 1;
    else if (source.charAt(end + 1) === '"') end += 2;
    else break;
  }
  return [source.slice(from + 1, end).replaceAll('""', '"'), end + 1];
}

/** One line of CSV. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export const writeCsvLine = (cells: readonly string[]): string =>
  cells
    .map((cell) => (/^[=+@\-']/.test(cell) && !isNumber(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');

/** Takes away the apostrophe that `writeCsvLine`, or a spreadsheet user, put before a text. */
export const withoutApostrophe = (cell: string): string => cell.replace(/^'(?=[=+@\-'\d])/, '');

const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?$/.test(cell);
