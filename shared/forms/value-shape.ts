import type { AnswerValue, RowAnswer, ScalarAnswer } from './answers.ts';
import type { Field, ScalarField, TableField } from './field.ts';
import { type FieldFault, fault } from './field-error.ts';
import { pointerTo } from './pointer.ts';
import type { PlacedFault } from './table-fault.ts';

/** A value read from JSON: absent when nothing was said, beside what is wrong with its shape. */
export type Shaped<T> = {
  readonly value?: T;
  readonly faults: readonly PlacedFault[];
};

const nothing = { faults: [] } as const;
const wrong = (found: FieldFault) => ({ faults: [['', found]] as const });

/** Longest text of fields that set no limit, and of codes, which say themselves how long they are. */
const defaultMaxLength = { text: 200, 'long-text': 2000, code: 64 } as const;

/**
 * Reads a value as JSON must carry it for its field; whether it is also right is another question
 * (value-fault.ts). Text is tidied on the way: control characters and outer blanks go, codes lose their
 * blanks and full-width forms, names one spelling. null, '' and [] say nothing. Reading what was read changes nothing more.
 */
export function shapeField(field: Field, raw: unknown): Shaped<AnswerValue> {
  if (raw === undefined || raw === null) return nothing;
  switch (field.type) {
    case 'choices':
      return shapeStrings(raw, { maxItems: field.options.length, tooMany: 'not-an-option' });
    case 'document':
      return shapeStrings(raw, { maxItems: field.maxFiles, tooMany: 'too-many-files' });
    case 'table':
      return shapeTable(field, raw);
    case 'premises':
      return shapeText(raw, 'token', defaultMaxLength.code);
    default:
      return shapeScalar(field, raw);
  }
}

function shapeScalar(field: ScalarField, raw: unknown): Shaped<ScalarAnswer> {
  if (raw === undefined || raw === null) return nothing;
  switch (field.type) {
    case 'integer':
    case 'money':
    case 'percentage':
    case 'area':
      return typeof raw === 'number' && Number.isSafeInteger(raw)
        ? { value: raw === 0 ? 0 : raw, faults: [] }
        : wrong(fault('wrong-type'));
    case 'yes-no':
      return typeof raw === 'boolean' ? { value: raw, faults: [] } : wrong(fault('wrong-type'));
    case 'text':
    case 'long-text':
      return shapeText(raw, field.type, field.maxLength ?? defaultMaxLength[field.type]);
    case 'person-name':
      return shapeText(raw, 'name', defaultMaxLength.code);
    case 'credit-code':
    case 'resident-id':
      return shapeText(raw, 'code', defaultMaxLength.code);
    default:
      return shapeText(raw, 'token', defaultMaxLength.code);
  }
}

type TextKind = 'text' | 'long-text' | 'name' | 'token' | 'code';

function shapeText(raw: unknown, kind: TextKind, maxLength: number): Shaped<string> {
  if (typeof raw !== 'string') return wrong(fault('wrong-type'));
  const value = tidy(raw, kind);
  if (value === '') return nothing;
  // There are never more characters than code units, so most texts need no counting.
  return value.length > maxLength && [...value].length > maxLength
    ? wrong(fault('too-long', { max: maxLength }))
    : { value, faults: [] };
}

/** Printable ASCII without blanks, and Han: nothing in it can need tidying, save a code its capitals. */
const isTidy = /^[!-~\u4e00-\u9fff]+$/;

function tidy(raw: string, kind: TextKind): string {
  if (isTidy.test(raw)) return kind === 'code' && /[a-z]/.test(raw) ? raw.toUpperCase() : raw;
  if (kind === 'token' || kind === 'code') {
    const compact = raw.normalize('NFKC').replaceAll(/[\s\p{C}]/gu, '');
    // ASCII only: other alphabets change their length when capitalised.
    return kind === 'code' ? compact.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()) : compact;
  }
  const control = kind === 'long-text' ? /(?!\n)\p{Cc}/gu : /\p{Cc}/gu;
  const text = raw.replaceAll(/\r\n?/g, '\n').replaceAll(control, ' ').normalize('NFC').trim();
  return kind === 'name' ? tidyName(text) : text;
}

/** Rosters spread short names (张 三) and write the dot of long ones in many ways: one person has one spelling. */
const tidyName = (name: string): string =>
  (/\p{Script=Han}/u.test(name) ? name.replaceAll(/\s/g, '') : name.replaceAll(/\s+/g, ' ')).replaceAll(
    /[•‧・∙⋅]/g,
    '·',
  );

function shapeStrings(
  raw: unknown,
  limit: { readonly maxItems: number; readonly tooMany: 'not-an-option' | 'too-many-files' },
): Shaped<readonly string[]> {
  if (!Array.isArray(raw) || !raw.every((item) => typeof item === 'string'))
    return wrong(fault('wrong-type'));
  const value = [...new Set<string>(raw)];
  if (value.length === 0) return nothing;
  if (value.length > limit.maxItems) return wrong(fault(limit.tooMany, { max: limit.maxItems }));
  return value.every((item) => item.length <= defaultMaxLength.code)
    ? { value, faults: [] }
    : wrong(fault('too-long', { max: defaultMaxLength.code }));
}

function shapeTable(table: TableField, raw: unknown): Shaped<readonly RowAnswer[]> {
  if (!Array.isArray(raw)) return wrong(fault('wrong-type'));
  if (raw.length === 0) return nothing;
  if (raw.length > table.maxRows) return wrong(fault('too-many-rows', { max: table.maxRows }));
  const known = new Set(table.columns.map((column) => column.id));
  const rows = raw.map((row: unknown) => shapeRow(table, known, row));
  return {
    value: rows.map((row) => row.value ?? {}),
    faults: rows.flatMap((row, index) =>
      row.faults.map(([path, found]) => [pointerTo(index) + path, found] as const),
    ),
  };
}

function shapeRow(table: TableField, known: ReadonlySet<string>, raw: unknown): Shaped<RowAnswer> {
  if (!isObject(raw)) return wrong(fault('wrong-type'));
  const value: Record<string, ScalarAnswer> = {};
  const faults: PlacedFault[] = Object.keys(raw)
    .filter((id) => !known.has(id))
    .map((id) => [pointerTo(id), fault('unknown-field')]);
  for (const column of table.columns) {
    const { id } = column;
    const cell = shapeScalar(column, Object.hasOwn(raw, id) ? raw[id] : undefined);
    if (cell.value !== undefined) value[id] = cell.value;
    for (const [path, found] of cell.faults) faults.push([pointerTo(id) + path, found]);
  }
  return { value, faults };
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
