import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataKeyOf } from '../../functions/persistence/data-key.ts';

const root = randomBytes(32);
const key = dataKeyOf(root);

test('what was sealed for an item opens as that item', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, about) => {
      const value: unknown = JSON.parse(json);
      expect(key.open(key.seal(value, about), about)).toEqual(value);
    }),
  );
});

test('it opens with no other key, as no other item, and not when a bit of it was changed', () => {
  const sealed = key.seal({ residentId: '11010519491231002X' }, 'draft of PL-1');
  expect(() => key.open(sealed, 'draft of PL-2')).toThrow();
  expect(() => dataKeyOf(randomBytes(32)).open(sealed, 'draft of PL-1')).toThrow();
  for (const index of [0, 12, sealed.length - 1]) {
    const changed = Uint8Array.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => key.open(changed, 'draft of PL-1')).toThrow();
  }
});

test('the same value sealed twice does not look the same', () => {
  expect(key.seal('x', 'a')).not.toEqual(key.seal('x', 'a'));
});

test('keyed hashes are equal for equal values of a kind, and different between kinds and keys', () => {
  expect(key.keyedHash('mobile', '13812341234')).toBe(dataKeyOf(root).keyedHash('mobile', '13812341234'));
  expect(key.keyedHash('mobile', '13812341234')).not.toBe(key.keyedHash('account', '13812341234'));
  expect(key.keyedHash('mobile', '13812341234')).not.toBe(
    dataKeyOf(randomBytes(32)).keyedHash('mobile', '13812341234'),
  );
  // 128 bits as text that may stand in a key.
  expect(key.keyedHash('mobile', '13812341234')).toMatch(/^[\w-]{22}$/);
});

test('a root that is too short is no root', () => {
  expect(() => dataKeyOf(randomBytes(16))).toThrow();
});

test('a roster shrinks before it is sealed', () => {
  const rows = Array.from({ length: 500 }, (_, row) => ({ name: '王小丽', attendance: 9000, row }));
  expect(key.seal(rows, 'a').length).toBeLessThan(JSON.stringify(rows).length / 5);
});
