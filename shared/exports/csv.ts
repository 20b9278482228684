import type { Cell } from './decision-columns.ts';

/** Without it, spreadsheets take Chinese for something else. */
export const byteOrderMark = '\ufeff';

/**
 * What makes a spreadsheet take a text for a formula, full-width forms included, which Chinese editions accept too
 * (OWASP, CSV injection). Spaces before it do not help.
 */
const formula = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/;

/** An apostrophe in front makes it text again; people see that something was in the way. */
const harmless = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

const written = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell);
  const safe = harmless(cell);
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A line of RFC 4180, with its CRLF. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

/** A whole table, as spreadsheets and banks read it. */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark + [header, ...rows].map(csvLine).join('');

/** Fen as yuan with two decimals, without separators: `1234567.00`. */
export const yuanOf = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
