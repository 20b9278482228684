import type { RuleValue } from './evaluation.ts';

export type CelType =
  | 'string'
  | 'int'
  | 'bool'
  | { readonly list: CelType }
  /** Keys are strings. */
  | { readonly map: CelType }
  /** A record with exactly these fields; the name is unique within the environment. */
  | { readonly record: string; readonly fields: Readonly<Record<string, CelType>> };

/** As CEL writes it: `list<string>`, `map<string, int>`, or the record's name. */
export function celTypeName(type: CelType): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `list<${celTypeName(type.list)}>`;
  if ('map' in type) return `map<string, ${celTypeName(type.map)}>`;
  return type.record;
}

/** cel-js tells records apart by their constructor, so each record type needs a class of its own. */
export type RecordClass = new () => { [field: string]: unknown };

export const makeRecordClass = (): RecordClass =>
  class {
    [field: string]: unknown;
  };

export type ToCel = (value: unknown) => unknown;

/**
 * What turns a plain value into one as CEL holds it: numbers become int64, records instances of their class, and
 * what is absent its type's zero. It throws on a value that the type cannot hold: such a value should have been
 * parsed before. Made once per variable: a roster is thousands of values of few types.
 */
export function toCel(type: CelType, classOf: (record: string) => RecordClass): ToCel {
  if (type === 'int') return (value) => BigInt(expect(value ?? 0, isInteger, type));
  if (type === 'string') return (value) => expect(value ?? '', isString, type);
  if (type === 'bool') return (value) => expect(value ?? false, isBoolean, type);
  if ('list' in type) {
    const item = toCel(type.list, classOf);
    return (value) => expect(value ?? [], isList, 'list').map(item);
  }
  const typeName = celTypeName(type);
  if ('map' in type) {
    const member = toCel(type.map, classOf);
    return (value) =>
      new Map(
        Object.entries(expect(value ?? {}, isObject, typeName)).map(([key, one]) => [key, member(one)]),
      );
  }
  const RecordOf = classOf(type.record);
  const fields = Object.entries(type.fields).map(([name, field]) => [name, toCel(field, classOf)] as const);
  return (value) => {
    const given = expect(value ?? {}, isObject, typeName);
    const record = new RecordOf();
    for (const [name, field] of fields) record[name] = field(own(given, name));
    return record;
  };
}

/** An own property only: every object has a `constructor`, no answer has. */
export const own = (fields: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function expect<T>(value: unknown, fits: (value: unknown) => value is T, type: string): T {
  if (!fits(value)) throw new Error(`a rule variable of type ${type} cannot hold a ${typeof value}`);
  return value;
}

/** Throws on what is not a rule value: a record, a float, or an integer too large for a number. */
export function fromCel(value: unknown): RuleValue {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new Error(`the integer ${value} is too large`);
    return number;
  }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromCel);
  throw new Error('the result is neither an integer, a text, yes/no nor a list of them');
}
