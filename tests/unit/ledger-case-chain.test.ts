import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../shared/ledger/case-chain.ts';
import { type JournalEvent, noPredecessor, sealEvent } from '../../shared/ledger/journal-event.ts';
import { chainOf } from '../support/ledger.ts';

const chain = chainOf('PL-1', 6);
const head = { seq: 6, hash: chain[5]!.hash };
const found = (events: readonly unknown[], expected = {}) => {
  const verdict = verifyChain(events, expected);
  return verdict.ok ? 'sound' : { code: verdict.fault.code, seq: verdict.fault.seq, row: verdict.fault.row };
};
const swapped = <T>(list: readonly T[], a: number, b: number): T[] =>
  list.map((item, at) => (at === a ? list[b]! : at === b ? list[a]! : item));
/** An event changed by somebody who can make hashes as well as we can. */
const rehashed = (event: JournalEvent, change: Partial<JournalEvent>): JournalEvent => {
  const { hash: _hash, previous, ...rest } = { ...event, ...change };
  return sealEvent(rest, previous);
};

describe('the chain of a case', () => {
  test('is sound as it was made, and tells its head', () => {
    expect(verifyChain(chain)).toEqual({ ok: true, value: head });
    expect(verifyChain(chain, { caseId: 'PL-1', head })).toEqual({ ok: true, value: head });
  });

  test('names an event that was edited', () => {
    const events = chain.with(2, { ...chain[2]!, data: { ...chain[2]!.data, amount: 9_999_999 } });
    expect(found(events)).toEqual({ code: 'edited', seq: 3, row: 3 });
  });

  test('names the event after one that was edited and hashed anew', () => {
    const events = chain.with(2, rehashed(chain[2]!, { type: 'application-approved' }));
    expect(found(events)).toEqual({ code: 'other-predecessor', seq: 4, row: 4 });
  });

  test('names a dropped event', () => {
    expect(found(chain.toSpliced(2, 1))).toEqual({ code: 'event-missing', seq: 3, row: 3 });
    expect(found(chain.slice(1))).toEqual({ code: 'event-missing', seq: 1, row: 1 });
  });

  test('names where events were reordered', () => {
    expect(found(swapped(chain, 1, 3))).toEqual({ code: 'events-reordered', seq: 4, row: 2 });
  });

  test('names a repeated event', () => {
    expect(found(chain.toSpliced(3, 0, chain[1]!))).toEqual({ code: 'event-repeated', seq: 2, row: 4 });
  });

  test('names an event of another case', () => {
    const other = chainOf('PL-2', 6);
    expect(found(chain.with(3, other[3]!))).toEqual({ code: 'other-case', seq: 4, row: 4 });
    expect(found(other, { caseId: 'PL-1' })).toEqual({ code: 'other-case', seq: 1, row: 1 });
  });

  test('misses its end when the head is known', () => {
    expect(found(chain.slice(0, 5))).toBe('sound');
    expect(found(chain.slice(0, 5), { head })).toEqual({ code: 'other-head', seq: 6, row: undefined });
    expect(found(chain.with(5, rehashed(chain[5]!, { type: 'x' })), { head })).toMatchObject({
      code: 'other-head',
    });
  });

  test('does not begin with an event that names a predecessor', () => {
    const first = rehashed(chain[0]!, { previous: 'f'.repeat(64) });
    expect(found([first])).toEqual({ code: 'other-predecessor', seq: 1, row: 1 });
    expect(chain[0]!.previous).toBe(noPredecessor);
  });

  test('is not sound without events', () => {
    expect(found([])).toMatchObject({ code: 'no-events' });
  });

  test('is not sound with something that is no event', () => {
    expect(found([chain[0], { ...chain[1], extra: 1 }])).toEqual({
      code: 'malformed',
      seq: undefined,
      row: 2,
    });
    expect(found([null])).toEqual({ code: 'malformed', seq: undefined, row: 1 });
  });
});

describe('any single change', () => {
  const events = fc.integer({ min: 1, max: 6 }).map((length) => chain.slice(0, length));
  const member = fc.constantFrom(
    'caseId',
    'seq',
    'type',
    'at',
    'actor',
    'commandId',
    'data',
    'previous',
    'hash',
  );
  const another: Record<string, unknown> = {
    caseId: 'PL-9',
    seq: 77,
    type: 'other',
    at: '2020-01-01T00:00:00.000Z',
    actor: { id: 'officer-2', roles: ['town-officer'], office: '610926100' },
    commandId: 'other',
    data: {},
    previous: 'a'.repeat(64),
    hash: 'b'.repeat(64),
  };

  test('of one member of one event is found at that event', () => {
    fc.assert(
      fc.property(events, fc.nat(), member, (list, pick, name) => {
        const at = pick % list.length;
        const result = verifyChain(list.with(at, { ...list[at]!, [name]: another[name] } as JournalEvent));
        expect(result).toMatchObject({ ok: false, fault: { row: at + 1, code: 'edited' } });
      }),
    );
  });

  test('of the sequence is found when the head is known', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(chain), (list) => {
        const untouched = list.length === chain.length && list.every((event, at) => event === chain[at]);
        expect(verifyChain(list, { head }).ok).toBe(untouched);
      }),
    );
  });
});
