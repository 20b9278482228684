import { describe, expect, test } from 'vitest';
import {
  eventHash,
  JournalEventSchema,
  noPredecessor,
  sealEvent,
} from '../../shared/ledger/journal-event.ts';
import { entryBytes, entryOf } from '../../shared/ledger/log-entry.ts';
import { leafHash } from '../../shared/ledger/merkle-hash.ts';
import vectors from '../../shared/ledger/test-vectors.json' with { type: 'json' };
import { draft } from '../support/ledger.ts';

const sealed = sealEvent(draft('PL-1', 1, { basis: { clause: '第五条' } }), noPredecessor);

describe('a sealed event', () => {
  test('is valid and carries its own hash', () => {
    expect(JournalEventSchema.parse(sealed)).toEqual(sealed);
    expect(eventHash(sealed)).toBe(sealed.hash);
  });

  test.each(Object.keys(sealed).filter((name) => name !== 'hash'))('has “%s” under its hash', (name) => {
    const { [name]: _gone, ...rest } = sealed as Record<string, unknown>;
    expect(eventHash(rest)).not.toBe(sealed.hash);
  });

  test('has members nobody knows under its hash as well', () => {
    expect(eventHash({ ...sealed, note: 'added' })).not.toBe(sealed.hash);
    const smuggled: object = JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(sealed).slice(1)}`);
    expect(eventHash(smuggled)).not.toBe(sealed.hash);
  });

  test.each([
    ['a name, which is personal data', { actor: { id: 'a', roles: [], name: '张三' } }],
    ['an unknown member', { remark: 'x' }],
    ['seq 0', { seq: 0 }],
    ['a local time', { at: '2026-11-23 09:02:03' }],
    ['an instant without milliseconds', { at: '2026-11-23T01:02:03Z' }],
    ['a fraction in its data', { data: { amount: 0.1 } }],
    ['data that is a list', { data: [] }],
    ['a hash in capitals', { hash: sealed.hash.toUpperCase() }],
    ['a case id with spaces', { caseId: 'PL 1' }],
  ])('is refused with %s', (_name, change) => {
    expect(JournalEventSchema.safeParse({ ...sealed, ...change }).success).toBe(false);
  });

  test.each(vectors.events)(
    'has the hash, entry and leaf of the vectors ($event.caseId/$event.seq)',
    (vector) => {
      const event = JournalEventSchema.parse(vector.event);
      expect(eventHash(event)).toBe(event.hash);
      expect(Buffer.from(entryBytes(entryOf(event))).toString()).toBe(vector.entry);
      expect(Buffer.from(leafHash(entryBytes(entryOf(event)))).toString('hex')).toBe(vector.leaf);
    },
  );
});
