import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bucketKeysOf,
  type OnceOnlyKey,
  registerWrites,
  releaseWrites,
  takenIn,
} from '../../functions/persistence/once-only-register.ts';
import { readItems } from '../../functions/persistence/tables.ts';
import { commit } from '../../functions/persistence/transaction.ts';
import { type InProcess, startInProcess } from '../support/in-process.ts';

let county: InProcess;
beforeAll(async () => {
  county = await startInProcess();
});
afterAll(() => county.stop());

const person = (fingerprint: string): OnceOnlyKey => ({ fingerprint, about: 'person', row: fingerprint });
const take = (reservation: string, keys: readonly OnceOnlyKey[]) =>
  commit(county.tables, registerWrites(county.tables, reservation, keys));
const giveBack = async (reservation: string) =>
  commit(county.tables, await releaseWrites(county.tables, reservation));
const registered = async (prints: readonly string[]): Promise<string[]> => {
  const buckets = await readItems(county.tables, bucketKeysOf(prints));
  const taken = new Set(buckets.flatMap((bucket) => [...takenIn(bucket)]));
  return prints.filter((print) => taken.has(print));
};
const prints = (count: number): string[] =>
  Array.from({ length: count }, () => randomBytes(9).toString('base64url'));

test('the longest roster there can be, for as many months as count, is taken in one transaction', async () => {
  const all = prints(500 * 18);
  expect(await take('longest', all.map(person))).toEqual({ ok: true });
  expect(await registered(all)).toHaveLength(all.length);
  expect(await giveBack('longest')).toEqual({ ok: true });
  expect(await registered(all)).toEqual([]);
});

test('whatever rosters are taken and given back, the register holds those that are, each whole', async () => {
  const people = prints(60);
  let runs = 0;
  const roster = fc.uniqueArray(fc.nat({ max: people.length - 1 }), { minLength: 1, maxLength: 20 });
  const steps = fc.array(fc.record({ id: fc.nat({ max: 7 }), roster, give: fc.boolean() }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      runs += 1;
      const name = (id: number): string => `run-${runs}-${id}`;
      const held = new Map<number, readonly string[]>();
      for (const { id, roster: wanted, give } of all) {
        const keys = wanted.map((index) => people[index]!);
        if (give) {
          if (held.delete(id)) expect(await giveBack(name(id))).toEqual({ ok: true });
          continue;
        }
        const taken = new Set([...held.values()].flat());
        const free = keys.every((key) => !taken.has(key)) && !held.has(id);
        expect((await take(name(id), keys.map(person))).ok).toBe(free);
        if (free) held.set(id, keys);
      }
      expect((await registered(people)).toSorted()).toEqual([...held.values()].flat().toSorted());
      for (const id of held.keys()) await giveBack(name(id));
    }),
    { numRuns: 25 },
  );
});

test('two reservations of one name are one: a case cannot take its roster twice', async () => {
  const [one, other] = [prints(5), prints(5)];
  expect(await take('same', one.map(person))).toEqual({ ok: true });
  expect(await take('same', other.map(person))).toEqual({ ok: false, failures: [{ kind: 'moved' }] });
  expect(await registered(other)).toEqual([]);
});
