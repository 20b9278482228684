import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestCheckpoint } from '../../functions/ledger/checkpoint-file.ts';
import type { LedgerStore } from '../../functions/ledger/ledger-store.ts';
import { sealsOf } from '../../functions/persistence/seal-register.ts';
import { runSealer } from '../../functions/sealer/run-sealer.ts';
import { entryOf, type LogEntry } from '../../shared/ledger/log-entry.ts';
import { readEntries } from '../../shared/ledger/log-proof.ts';
import { readTail } from '../../shared/ledger/log-tail.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';
import { type County, commitEvents, startStores, type TestStores } from '../support/county-journal.ts';
import { chainOf, testSigner } from '../support/ledger.ts';

let stores: TestStores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const signer = testSigner();
const keys = [verifierKey(signer.name, signer.publicKey)];
const now = '2026-11-23T02:00:00.000Z';
const at = '2026-11-23T01:59:00.000Z';
const seal = ({ tables, ledger }: County) => runSealer({ tables, ledger, signer }, now);

async function logOf({ ledger }: County): Promise<readonly LogEntry[]> {
  const checkpoint = await newestCheckpoint(ledger, signer.name, keys);
  expect((await readTail(checkpoint, ledger.read)).ok).toBe(true);
  const blocks = Array.from({ length: Math.ceil(checkpoint.size / 256) }, (_, block) => block);
  const read = await Promise.all(blocks.map((block) => readEntries(block, checkpoint.size, ledger.read)));
  return read.flatMap((entries) => (entries.ok ? entries.value : []));
}

test('four sealers at once, while events are being committed, seal each event once and each chain in order', async () => {
  const county = await stores.county('four');
  const chains = Array.from({ length: 12 }, (_, index) => chainOf(`case-${index}`, 40, { at }));
  let committing = true;
  const writers = Promise.all(
    chains.map(async (chain) => {
      for (const event of chain) await commitEvents(county.tables, [event]);
    }),
  ).finally(() => {
    committing = false;
  });
  const sealers = Array.from({ length: 4 }, async () => {
    while (committing) await seal(county);
  });
  await Promise.all([writers, ...sealers]);
  await seal(county);

  const log = await logOf(county);
  expect(log).toHaveLength(480);
  for (const chain of chains) {
    const seals = await sealsOf(county.tables, chain[0]!.caseId);
    expect(seals.map(({ index }) => log[index])).toEqual(chain.map(entryOf));
    expect(seals.map(({ index }) => index)).toEqual(seals.map(({ index }) => index).sort((a, b) => a - b));
  }
});

/** Holds back the first write whose path fits until it is released. */
function holding(ledger: LedgerStore, path: RegExp) {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  let held = false;
  const store: LedgerStore = {
    ...ledger,
    create: async (name, bytes) => {
      if (path.test(name) && !held) {
        held = true;
        reached.resolve();
        await released.promise;
      }
      return ledger.create(name, bytes);
    },
  };
  return { store, reached: reached.promise, release: released.resolve };
}

test.each(['batch/', 'tile/', 'checkpoint/'])(
  'a sealer that stood still before writing to %s while others went on does no harm',
  async (path) => {
    const county = await stores.county(`slow-${path.slice(0, -1)}`);
    await commitEvents(county.tables, chainOf('case-a', 200, { at }));
    const slow = holding(county.ledger, new RegExp(`^${path}`));
    const slowRun = seal({ ...county, ledger: slow.store });
    await slow.reached;
    await commitEvents(county.tables, chainOf('case-b', 100, { at }));
    await seal(county);
    await commitEvents(county.tables, chainOf('case-c', 100, { at }));
    await seal(county);
    slow.release();
    await slowRun;
    await seal(county);
    const log = await logOf(county);
    expect(log).toHaveLength(400);
    expect(new Set(log.map(({ hash }) => hash)).size).toBe(400);
  },
);
