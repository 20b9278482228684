import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestCheckpoint, newestNote, publishedKeys } from '../../functions/ledger/checkpoint-file.ts';
import type { Signers } from '../../functions/ledger/signer.ts';
import { lookBack, runSealer } from '../../functions/sealer/run-sealer.ts';
import { LedgerDamagedError } from '../../shared/ledger/faults.ts';
import { followKeyChanges } from '../../shared/ledger/key-change.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';
import { type County, commitEvents, startStores, type TestStores } from '../support/county-journal.ts';
import { chainOf, testSigner } from '../support/ledger.ts';

let stores: TestStores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const [one, two, three] = [testSigner(undefined, 1), testSigner(undefined, 2), testSigner(undefined, 3)];
const keyOf = ({ name, publicKey }: typeof one) => verifierKey(name, publicKey);
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString();

/** A county whose events come one at a time, each sealed by whoever is named. */
async function aCounty() {
  const county = await stores.county(randomUUID());
  let seq = 0;
  const chain = chainOf('case-a', 30);
  return {
    county,
    seal: async (signers: Signers, minute: number) => {
      const event = chain[seq]!;
      seq += 1;
      await commitEvents(county.tables, [event]);
      return runSealer({ ...county, ...signers }, at(minute), lookBack.onSchedule);
    },
  };
}

const opensFor = async ({ ledger }: County, key: typeof one): Promise<boolean> =>
  newestCheckpoint(ledger, key.name, [keyOf(key)]).then(
    () => true,
    () => false,
  );
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'sealed',
    (error: unknown) => (error instanceof LedgerDamagedError ? error.fault.code : Promise.reject(error)),
  );

test('the log goes on under a new key: both sign, the change is stated, then the old one can go', async () => {
  const { county, seal } = await aCounty();
  await seal({ signer: one }, 0);
  expect(await codeOf(seal({ signer: two }, 1))).toBe('unknown-key');

  const both = { signer: two, before: one };
  // The event that the run before could not seal comes with this one.
  expect(await seal(both, 2)).toMatchObject({ sealed: 2, size: 3 });
  expect([await opensFor(county, one), await opensFor(county, two)]).toEqual([true, true]);
  const begun = await publishedKeys(county.ledger);
  expect(begun.keys.map(({ id }) => id).sort()).toEqual([keyOf(one).id, keyOf(two).id].sort());
  expect(begun.changes).toEqual([]);

  await seal(both, 13);
  await seal(both, 14);
  const { changes } = await publishedKeys(county.ledger);
  expect(changes).toHaveLength(1);
  const keys = followKeyChanges([keyOf(one)], changes);
  expect(keys.ok && keys.value.map(({ until, from }) => [until?.size, from?.size])).toEqual([
    [3, undefined],
    [undefined, 3],
  ]);
  expect(keys.ok && (await newestCheckpoint(county.ledger, one.name, keys.value)).size).toBe(5);

  expect(await seal({ signer: two }, 20)).toMatchObject({ size: 6 });
  expect([await opensFor(county, one), await opensFor(county, two)]).toEqual([false, true]);
});

test('a sealer that does not know of the new key yet may still be at work for some minutes', async () => {
  const { county, seal } = await aCounty();
  await seal({ signer: one }, 0);
  const both = { signer: two, before: one };
  await seal(both, 1);
  await seal({ signer: one }, 2);
  await seal(both, 3);
  await commitEvents(county.tables, chainOf('case-b', 5));
  const runs = await Promise.all(
    [both, { signer: one }, both, { signer: one }].map((signers) =>
      runSealer({ ...county, ...signers }, at(4), lookBack.onSchedule),
    ),
  );
  expect(Math.max(...runs.map(({ size }) => size))).toBe(9);
  expect((await newestCheckpoint(county.ledger, one.name, [keyOf(one), keyOf(two)])).size).toBe(9);
});

test('but once the change is stated, what the old key signs alone is a forgery, and sealing stops', async () => {
  const { seal } = await aCounty();
  await seal({ signer: one }, 0);
  const both = { signer: two, before: one };
  await seal(both, 1);
  await seal(both, 12);
  await seal({ signer: one }, 13);
  expect(await codeOf(seal(both, 14))).toBe('key-retired');
});

test('a second change follows the first, also before anything was sealed in between', async () => {
  const { county, seal } = await aCounty();
  await seal({ signer: one }, 0);
  for (const minute of [1, 12]) await runSealer({ ...county, signer: two, before: one }, at(minute));
  expect((await newestNote(county.ledger))?.match(/^— /gm)).toHaveLength(1);
  for (const minute of [13, 24]) await runSealer({ ...county, signer: three, before: two }, at(minute));
  const { changes } = await publishedKeys(county.ledger);
  expect(changes).toHaveLength(2);
  await seal({ signer: three, before: two }, 25);
  for (const held of [one, two, three]) {
    const keys = followKeyChanges([keyOf(held)], changes);
    expect(keys.ok && (await newestCheckpoint(county.ledger, one.name, keys.value)).size).toBe(2);
  }
});
