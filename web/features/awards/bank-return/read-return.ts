import type { FieldError } from '../../../../shared/api/errors.ts';
import { repeatedLines } from '../../../../shared/awards/bank-return/repeated-lines.ts';
import { largestSum, longestIn } from '../../../../shared/awards/bank-return/return-limits.ts';
import type { ReturnLine } from '../../../../shared/awards/bank-return/return-line.ts';
import { fill, text } from '../../../../shared/language/text.ts';
import { readRows } from '../../../lib/spreadsheet/read-rows.ts';
import type { Cell } from '../../../lib/typed/read-scalar.ts';
import { headings, resultWords, returnTable } from './return-columns.ts';

/** A line of the file and what is wrong with it before anybody is asked. */
export type ReadLine = { readonly line: ReturnLine; readonly errors: readonly FieldError[] };

const bare = (cell: Cell): string =>
  String(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\(.*?\)/g, '')
    .replaceAll(/[\s*:]/g, '');

const columnOf = (heading: Cell): string | undefined =>
  Object.entries(headings).find(([, names]) => names.some((name) => bare(name) === bare(heading)))?.[0];

/** Banks put titles above their tables. */
const headingWithin = 20;
const fewestColumns = 3;

const isBlank = (cell: Cell | undefined): boolean => cell === undefined || String(cell).trim() === '';

const ours = /PL-[0-9A-Z]{5}-[0-9A-Z]{5}-\d+/i;
const numberIn = (cells: readonly (Cell | undefined)[]): string | undefined =>
  cells.flatMap((cell) => ours.exec(String(cell ?? ''))?.[0] ?? [])[0];

function resultOf(cell: Cell): Cell {
  const said = bare(cell);
  return Object.entries(resultWords).find(([, pattern]) => pattern.test(said))?.[0] ?? cell;
}

const unreadFault = text('读不懂“{typed}”。', 'Cannot read “{typed}”.');

/**
 * The lines of a bank's return from its cells, whatever the order of its columns; undefined where no heading can be
 * found. Totals at the foot are no lines. A number that the spreadsheet has rounded is an error, not a guess.
 */
export function readReturn(cells: readonly (readonly Cell[])[]): readonly ReadLine[] | undefined {
  const heading = cells
    .slice(0, headingWithin)
    .findIndex((line) => line.filter((cell) => columnOf(cell) !== undefined).length >= fewestColumns);
  if (heading < 0) return undefined;
  const places = new Map<string, number>();
  for (const [place, cell] of (cells[heading] ?? []).entries()) {
    const name = columnOf(cell);
    if (name !== undefined && !places.has(name)) places.set(name, place);
  }
  const rows = cells.slice(heading + 1).flatMap((row) => {
    const at = (name: string): Cell | undefined => row[places.get(name) ?? -1];
    if (['payment', 'account', 'result'].every((name) => isBlank(at(name)))) return [];
    const payment = numberIn([at('payment'), at('purpose')]) ?? at('payment');
    const result = at('result');
    const ordered = returnTable.columns.map(({ id }) =>
      id === 'payment' ? payment : id === 'result' && result !== undefined ? resultOf(result) : at(id),
    );
    return [ordered.map((cell) => cell ?? '')];
  });
  return withFaults([returnTable.columns.map(({ label }) => label.zh), ...rows]);
}

type Row = ReturnType<typeof readRows>['rows'][number];
type Unread = { readonly id: string; readonly typed: string };

/** What no line can hold, a text without end or a sum below zero, counts as unread. */
function lineOf(row: Row): { readonly line: ReturnLine; readonly unread: readonly Unread[] } {
  const { amount, result, paidOn } = row;
  const words = Object.entries(longestIn).flatMap(([id, longest]) => {
    const value = row[id];
    return typeof value === 'string' && value.length <= longest ? [[id, value] as const] : [];
  });
  const line: ReturnLine = {
    ...Object.fromEntries(words),
    ...(typeof amount === 'number' && amount >= 0 && amount <= largestSum && { amount }),
    ...((result === 'paid' || result === 'failed' || result === 'returned') && { result }),
    ...(typeof paidOn === 'string' && { paidOn }),
  };
  const unread = Object.entries(row)
    .filter(([id]) => !Object.hasOwn(line, id))
    .map(([id, value]) => ({ id, typed: String(value).slice(0, longestShown) }));
  return { line, unread };
}
const longestShown = 40;

function withFaults(table: readonly (readonly Cell[])[]): readonly ReadLine[] {
  const read = readRows(returnTable, table);
  const lines = read.rows.map(lineOf);
  const repeated = repeatedLines(lines.map(({ line }) => line));
  return lines.map(({ line, unread }, index) => {
    const again = repeated.get(index);
    const cells = read.unread
      .filter(({ row }) => row === index)
      .map(({ column: { id }, typed }) => ({ id, typed }));
    return {
      line,
      errors: [
        ...[...cells, ...unread].map(({ id, typed }) => ({
          path: `/${id}`,
          code: 'unread',
          message: fill(unreadFault, { typed }),
        })),
        ...(again ? [again] : []),
      ],
    };
  });
}
