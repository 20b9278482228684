import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkpointPath, newestNote } from '../../functions/ledger/checkpoint-file.ts';
import { readProgress, sealsOf } from '../../functions/persistence/seal-register.ts';
import { runSealer } from '../../functions/sealer/run-sealer.ts';
import { type County, commitEvents, startStores, type TestStores } from '../support/county-journal.ts';
import { Crash, Fuse, ledgerThrough, tablesThrough } from '../support/fuse.ts';
import { chainOf, interleaved, testSigner } from '../support/ledger.ts';

let stores: TestStores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const signer = testSigner();
const now = '2026-11-23T02:00:00.000Z';
const chains = ['case-a', 'case-b', 'case-c'];
/** So many that bundles and tiles fill up, in two parts with a run in between. */
const early = interleaved(chains.map((caseId) => chainOf(caseId, 84)));
const late = interleaved(
  chains.map((caseId) => chainOf(caseId, 87, { at: '2026-11-23T01:59:00.000Z' }).slice(84)),
);

const run = ({ tables, ledger }: County) => runSealer({ tables, ledger, signer }, now);

const disturbed = ({ tables, ledger }: County, fuse: Fuse): County => ({
  tables: tablesThrough(fuse, tables, stores.tableClient()),
  ledger: ledgerThrough(fuse, ledger),
});

/** Everything that an undisturbed run leaves behind. */
async function traceOf({ tables, ledger }: County) {
  const files = new Map<string, string>();
  for (const path of [...(await ledger.list('tile/')), ...(await ledger.list('checkpoint/'))]) {
    files.set(path, Buffer.from((await ledger.read(path))!).toString('base64'));
  }
  const seals = await Promise.all(chains.map((caseId) => sealsOf(tables, caseId)));
  return { files, seals, note: await newestNote(ledger), progress: await readProgress(tables) };
}

async function sealedInTwoRuns(county: County): Promise<County> {
  await commitEvents(county.tables, early);
  await run(county);
  await commitEvents(county.tables, late);
  return county;
}

test('whatever write a run crashes at, the next one leaves the log of an undisturbed run', async () => {
  const undisturbed = await sealedInTwoRuns(await stores.county('undisturbed'));
  const counting = new Fuse();
  await run(disturbed(undisturbed, counting));
  const expected = await traceOf(undisturbed);
  expect(expected.files.has(checkpointPath(261))).toBe(true);
  expect(counting.writes).toBeGreaterThan(8);

  for (let writes = 0; writes < counting.writes; writes += 1) {
    const county = await sealedInTwoRuns(await stores.county(`crash-${writes}`));
    const fuse = new Fuse(writes);
    await expect(run(disturbed(county, fuse)), `after ${writes} writes`).rejects.toThrow(Crash);
    await run(county);
    expect(await traceOf(county), `after ${writes} writes`).toEqual(expected);
  }
}, 180_000);

test('events that come between a crash and the next run are sealed behind those that were begun', async () => {
  const county = await sealedInTwoRuns(await stores.county('begun'));
  // The first write of a run settles the batch; the log is not longer yet.
  const fuse = new Fuse(1);
  await expect(run(disturbed(county, fuse))).rejects.toThrow(Crash);
  await commitEvents(county.tables, chainOf('case-0', 1, { at: '2026-11-23T01:58:00.000Z' }));
  expect((await run(county)).size).toBe(262);
  expect((await sealsOf(county.tables, 'case-0')).map(({ index }) => index)).toEqual([261]);
});
