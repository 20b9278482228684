import { strFromU8, unzipSync } from 'fflate';
import type { Cell } from '../typed/read-scalar.ts';

/** Larger parts are not a list somebody filled in; a zip can claim to hold anything. */
const largestPartBytes = 30_000_000;

const isSheet = (name: string): boolean => /^xl\/worksheets\/sheet\d+\.xml$/.test(name);

/**
 * The cells of the first sheet of an .xlsx file (ECMA-376), row by row, empty rows left out. Numbers come as
 * the spreadsheet keeps them, so dates are day numbers. Formulas give their last value.
 * @throws when the file is no workbook.
 */
export function readWorkbook(bytes: Uint8Array): readonly (readonly Cell[])[] {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) =>
      (isSheet(name) || name === 'xl/sharedStrings.xml') && originalSize <= largestPartBytes,
  });
  // Sheets are numbered in the order they were made; the first is the one people fill in.
  const [first] = Object.keys(parts)
    .filter(isSheet)
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const sheet = first === undefined ? undefined : parts[first];
  if (sheet === undefined) throw new Error('no sheet in this file');
  const strings = parts['xl/sharedStrings.xml'];
  return readSheet(strFromU8(sheet), strings ? readStrings(strFromU8(strings)) : []);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const withoutEntities = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole);
  });

/** Elements of this name with their attributes and content; prefixes do not matter here. */
function* elements(xml: string, name: string): Generator<{ attributes: string; content: string }> {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>(.*?)</(?:\\w+:)?${name}>)`, 'gs');
  for (const [, attributes = '', content = ''] of xml.matchAll(pattern)) yield { attributes, content };
}

/** The text of a string item: its runs joined, readings (`rPh`) left out. */
function textOf(item: string): string {
  const spoken = item.replaceAll(/<(?:\w+:)?rPh[\s>].*?<\/(?:\w+:)?rPh>/gs, '');
  return [...elements(spoken, 't')].map(({ content }) => withoutEntities(content)).join('');
}

const readStrings = (xml: string): readonly string[] =>
  [...elements(xml, 'si')].map(({ content }) => textOf(content));

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];

/** `C7` → 2. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function readSheet(xml: string, strings: readonly string[]): readonly (readonly Cell[])[] {
  const rows = [...elements(xml, 'row')].map(({ content }) => {
    const cells: Cell[] = [];
    for (const { attributes, content: inner } of elements(content, 'c')) {
      const place = columnOf(attribute(attributes, 'r') ?? '');
      const at = attribute(attributes, 'r') === undefined ? cells.length : place;
      // Sheets have at most 16,384 columns; what lies far out is no list of ours.
      if (at > 200) continue;
      while (cells.length < at) cells.push('');
      cells[at] = readSheetCell(attribute(attributes, 't'), inner, strings);
    }
    return cells;
  });
  return rows.filter((cells) => cells.some((cell) => String(cell).trim() !== ''));
}

function readSheetCell(type: string | undefined, inner: string, strings: readonly string[]): Cell {
  if (type === 'inlineStr') return textOf(inner);
  const [value] = [...elements(inner, 'v')].map(({ content }) => withoutEntities(content));
  if (value === undefined) return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1';
  return type === undefined || type === 'n' ? Number(value) : value;
}
