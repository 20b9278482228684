import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditAll } from '../../functions/audit/audit.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { fundKey } from '../../functions/persistence/keys.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { openData } from '../../infra/local/open-data.ts';
import { trustedKeysOf } from '../../infra/local/verify/trusted-keys-of.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { type ActingCounty, applicationActs } from '../support/county-acts.ts';
import { killableSystem } from '../support/killable-system.ts';

/**
 * The whole system, killed with SIGKILL again and again while four people's browsers are at work; and between, twice
 * each time, its engine alone, which it must start again by itself: two dozen kills in all.
 */
const rounds = 8;
const engineKills = 2;
const clients = 4;

let dataFolder: string;
let system: ReturnType<typeof killableSystem>;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'killed-'));
  system = killableSystem(dataFolder);
  await system.start();
  await system.patientCallAs('policy-officer')('publishProgramme', { body: { document: startupGrant } });
  for (const { id } of demoPeople.filter(({ office }) => office !== undefined)) {
    await system.patientCallAs(id)('getMe');
  }
  const fund = { funder: 'county', programme: startupGrant.id, year: 2026, allocated: 90_000_000_000 };
  await system.patientCallAs('finance-officer-1')('openFund', {
    body: { commandId: randomUUID(), ...fund, reason: '年初预算' },
  });
});
afterAll(async () => {
  await system.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

/** A kill is worth something only while acts are under way: a busy machine takes its time to answer one. */
async function somethingHeard(acts: { readonly heard: number }): Promise<void> {
  const before = acts.heard;
  for (let waited = 0; waited < 5_000 && acts.heard === before; waited += 20) await wait(20);
}

test('nothing acknowledged is lost, nothing half is there, sealing catches up', async () => {
  const county: ActingCounty = {
    as: (actor) => system.patientCallAs(actor?.id),
    raw: () => system.patientFetch(),
    clock: { now: new Date().toISOString() },
  };
  const acknowledged = new Map<string, string[]>();
  const acts = { heard: 0 };
  let over = false;
  let numbers = 0;
  const work = async (): Promise<void> => {
    while (!over) {
      numbers += 1;
      for await (const { chain, commandId, send } of applicationActs(county, numbers, 'in-notice')) {
        await send();
        acts.heard += 1;
        if (chain !== undefined && commandId !== undefined) {
          acknowledged.set(chain, [...(acknowledged.get(chain) ?? []), commandId]);
        }
        if (over) return;
      }
    }
  };
  const working = Promise.all(Array.from({ length: clients }, work));
  const amidActs = async (): Promise<void> => {
    await Promise.race([somethingHeard(acts), working]);
    await Promise.race([wait(Math.random() * 200), working]);
  };
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (let kill = 1; kill <= engineKills; kill += 1) {
        await amidActs();
        await system.killEngine();
      }
      await amidActs();
      await system.kill(round % 2 === 0);
      await system.start();
    }
  } finally {
    over = true;
  }
  await working;
  await system.stop();

  const { system: opened, seal, close } = await openData(dataFolder);
  try {
    expect(acknowledged.size).toBeGreaterThan(0);
    for (const [chain, commands] of acknowledged) {
      const events = await readChain(opened.tables, chain);
      expect(
        events.map(({ commandId }) => commandId),
        chain,
      ).toEqual(commands);
    }
    await seal();
    const { tables, ledger, now } = opened;
    const keys = await trustedKeysOf(undefined, dataFolder);
    const report = await auditAll({ tables, store: ledger.store, keys: keys.log }, { now: now() });
    expect(report).toMatchObject({ faults: [], faultCount: 0, unsealed: 0 });
    expect(report.sound).toBe(report.entries);
    expect(report.entries).toBeGreaterThanOrEqual([...acknowledged.values()].flat().length);
  } finally {
    await close();
  }
}, 300_000);

test('the command that audits funds says that their books are right after all that, and finds a fen put in by hand', async () => {
  const command = new URL('../../infra/local/audit-funds.ts', import.meta.url).pathname;
  const audit = () =>
    promisify(execFile)(process.execPath, [command, '--data', dataFolder]).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => error,
    );
  const fund = 'county:startup-grant:2026';
  const sound = await audit();
  expect(sound.stdout).toContain(`✓ ${fund}`);
  expect([sound.code, sound.stdout]).toEqual([0, expect.stringContaining('The books are right.')]);

  const { system: opened, close } = await openData(dataFolder);
  const { client, registry: TableName } = opened.tables;
  const oneMore = { UpdateExpression: 'ADD available :one', ExpressionAttributeValues: { ':one': 1 } };
  await client.send(new UpdateCommand({ TableName, Key: fundKey(fund), ...oneMore }));
  await close();
  const found = await audit();
  expect(found.stdout).toContain(`✗ ${fund}`);
  expect([found.code, found.stdout]).toEqual([1, expect.stringContaining('available: the balance is')]);
}, 60_000);
