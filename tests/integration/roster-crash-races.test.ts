import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readHead } from '../../functions/persistence/head.ts';
import { onceOnlyBucketKey, reservationKey } from '../../functions/persistence/keys.ts';
import { bucketKeysOf, fingerprintOf, takenIn } from '../../functions/persistence/once-only-register.ts';
import { readItem, readItems } from '../../functions/persistence/tables.ts';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import type { InProcess } from '../support/in-process.ts';
import { answerOf, answersOf, approve, atItsDecision, startRaceCounty } from '../support/race-county.ts';

vi.setConfig({ testTimeout: 300_000 });

let county: InProcess;
beforeAll(async () => {
  county = await startRaceCounty(90_000_000_000);
});
afterAll(() => county.stop());

const size = 250;
let rosters = 0;
type Roster = { readonly caseId: string; readonly prints: readonly string[] };

/** A case with people whom nobody else lists, and the hashes under which they would be registered. */
async function ready(): Promise<Roster> {
  rosters += 1;
  const ids = Array.from(
    { length: size },
    (_, index) => fictionalPerson(400_000 + rosters * size + index).residentId,
  );
  const answers = answersOf(rosters, { wanted: 1000, people: ids.map((personId) => ({ personId })) });
  const caseId = await atItsDecision(county, 'race-grant', answers);
  const dataKey = await county.system.dataKey();
  const prints = ids.map((id) =>
    fingerprintOf(
      dataKey.keyedHash('once-only', JSON.stringify(['race-person', dataKey.keyedHash('resident-id', id)])),
    ),
  );
  return { caseId, prints };
}

/** Asks until the store is there again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 100) throw error;
      await wait(100);
    }
  }
}

async function registered({ prints }: Roster): Promise<number> {
  const buckets = await readItems(county.tables, bucketKeysOf(prints));
  const taken = new Set(buckets.flatMap((bucket) => [...takenIn(bucket)]));
  return prints.filter((print) => taken.has(print)).length;
}

test('the engine is killed while rosters are taken: of each all people are registered, or nobody', async () => {
  const fates = new Set<string>();
  for (let kill = 0; kill < 4; kill += 1) {
    const cases = [];
    for (let count = 0; count < 12; count += 1) cases.push(await ready());
    const sending = cases.map(({ caseId }) => approve(county.system, caseId, 1000).catch(() => undefined));
    await wait(Math.random() * 60);
    county.killEngine();
    await Promise.all(sending);
    for (const roster of cases) {
      const head = await patiently(() => readHead(county.tables, roster.caseId));
      const reservation = await readItem(county.tables, reservationKey(roster.caseId));
      const status = head?.state.status;
      fates.add(String(status));
      expect([status, await registered(roster), reservation !== undefined]).toEqual(
        status === 'approved' ? ['approved', size, true] : ['under-review', 0, false],
      );
    }
    // Whatever did not get through goes through now, and what did cannot again.
    for (const roster of cases) {
      const before = (await readHead(county.tables, roster.caseId))?.state.status;
      const answer = answerOf(await approve(county.system, roster.caseId, 1000));
      expect(answer).toBe(before === 'approved' ? 'stale-version' : 'done');
      expect(await registered(roster)).toBe(size);
    }
  }
  expect([...fates].every((fate) => ['approved', 'under-review'].includes(fate))).toBe(true);
});

test('the register knows nobody but those who were paid', async () => {
  const buckets = await readItems(
    county.tables,
    Array.from({ length: 64 }, (_, bucket) => onceOnlyBucketKey(bucket)),
  );
  const all = buckets.flatMap((bucket) => [...takenIn(bucket)]);
  expect(all).toHaveLength(rosters * size);
});
