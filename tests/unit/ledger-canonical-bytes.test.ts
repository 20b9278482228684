import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalBytes,
  canonicalText,
  maxDepth,
  NotCanonicalError,
} from '../../shared/ledger/canonical-bytes.ts';
import { type DigestKind, digestOf, sha256 } from '../../shared/ledger/digest.ts';
import { JsonObjectSchema, JsonValueSchema } from '../../shared/ledger/json-value.ts';
import vectors from '../../shared/ledger/test-vectors.json' with { type: 'json' };

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 5 }),
  ),
})).value;

/** The same value with the members of every object in another order. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reordered(member)]),
  );
};

describe('canonical text', () => {
  test.each(vectors.canonical)('is that of the vector “$name”', ({ json, canonical, sha256: expected }) => {
    const value: unknown = JSON.parse(json);
    expect(canonicalText(value)).toBe(canonical);
    expect(hex(sha256(canonicalBytes(value)))).toBe(expected);
  });

  test.each(vectors.refused)('does not exist for $name', ({ json, pointer }) => {
    const value: unknown = JSON.parse(json);
    expect(() => canonicalText(value)).toThrow(
      expect.objectContaining({ name: 'NotCanonicalError', pointer }),
    );
    expect(JsonValueSchema.safeParse(value).success).toBe(false);
  });

  test.each([
    ['undefined', { a: undefined }, '/a'],
    ['a hole in an array', new Array(1), '/0'],
    ['NaN', [Number.NaN], '/0'],
    ['a bigint', { fen: 1n }, '/fen'],
    ['a date', { at: new Date(0) }, '/at'],
    ['a map', new Map(), ''],
    ['a function', [() => 1], '/0'],
  ])('does not exist for %s, and the error says where', (_name, value, pointer) => {
    expect(() => canonicalText(value)).toThrow(expect.objectContaining({ pointer }));
  });

  test('does not exist for a value that holds itself', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => canonicalText(circle)).toThrow(NotCanonicalError);
    expect(maxDepth).toBe(64);
  });

  test('reads back as the same value, so that different values differ', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(value);
      }),
    );
  });

  test('does not depend on the order of members', () => {
    fc.assert(fc.property(json, (value) => canonicalText(reordered(value)) === canonicalText(value)));
  });

  test('is its own canonical text, so there is only one', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalText(value);
        return canonicalText(JSON.parse(text)) === text;
      }),
    );
  });
});

describe('JSON schemas', () => {
  test('hand the value through untouched, even a member that copies lose', () => {
    const value: unknown = JSON.parse('{"__proto__":{"x":1}}');
    expect(JsonObjectSchema.parse(value)).toBe(value);
  });

  test.each([[[]], [null], ['text'], [1]])('an object is not %j', (value) => {
    expect(JsonObjectSchema.safeParse(value).success).toBe(false);
  });
});

describe('digests', () => {
  test.each(vectors.digests)('of kind $kind are those of the vectors', ({ kind, value, digest }) => {
    expect(digestOf(kind as DigestKind, value)).toBe(digest);
  });

  test('of the same value differ by kind', () => {
    expect(new Set(vectors.digests.map(({ digest }) => digest)).size).toBe(vectors.digests.length);
  });
});
