import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localFunctions } from '../../infra/local/local-functions.ts';
import { type LocalSystem, startLocalSystem } from '../../infra/local/local-system.ts';
import { StartProblem } from '../../infra/local/start-problem.ts';
import { ApiProblem, type Call, createClient } from '../../shared/api/client.ts';
import { routes } from '../../shared/api/routes.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';

/** A disk of a few megabytes in memory. Where this machine lets nobody mount one, the tests are left out. */
const run = promisify(execFile);
const disk = await mkdtemp(join(tmpdir(), 'small-disk-'));
const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).then(
  () => true,
  () => false,
);
const dataFolder = join(disk, 'data');
afterAll(async () => {
  if (mounted) await run('umount', [disk]);
  await rm(disk, { recursive: true, force: true });
});

const start = (): Promise<LocalSystem> =>
  startLocalSystem({
    dataFolder,
    port: 0,
    functions: localFunctions,
    portal: () => async () => false,
    log: () => undefined,
    background: false,
  });
/** What whoever starts the system is told. */
const problemOnStart = async (): Promise<string> => {
  const told = await start().catch((error: unknown) => error);
  if (!(told instanceof StartProblem)) throw new Error('it started, or failed without a word');
  expect(told.text.en).toContain(dataFolder);
  return told.text.zh;
};

const filler = join(disk, 'filler');
async function fillUp(): Promise<void> {
  for (const size of [2 ** 20, 2 ** 12]) {
    const part = Buffer.alloc(size);
    for (;;) {
      const full = await writeFile(filler, part, { flag: 'a', flush: true }).then(
        () => false,
        () => true,
      );
      if (full) break;
    }
  }
}

describe.skipIf(!mounted)('a disk that is full', () => {
  let system: LocalSystem;
  const acknowledged: string[] = [];
  const as = (personId: string): Call =>
    createClient({ routes, baseUrl: system.origin, token: () => system.issuer.issueToken(personId) });
  const begin = async (): Promise<void> => {
    const body = { commandId: crypto.randomUUID(), programmeId: startupGrant.id };
    acknowledged.push((await as('applicant-gloves')('startApplication', { body })).caseId);
  };
  const standing = async (): Promise<string[]> => {
    const { items } = await as('applicant-gloves')('listApplications', {});
    return items.map(({ caseId }) => caseId);
  };
  beforeAll(async () => {
    system = await start();
    await as('policy-officer')('publishProgramme', { body: { document: startupGrant } });
    await begin();
  });
  afterAll(() => system.stop());

  test('is told to whoever acts, loses nothing, and is over when there is room again', async () => {
    await fillUp();
    let told: ApiProblem['problem'] | undefined;
    for (let attempt = 0; attempt < 200 && told === undefined; attempt += 1) {
      await begin().catch((error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        told = error.problem;
      });
    }
    expect(told).toMatchObject({ status: 503, code: 'storage-unavailable' });
    expect((await standing()).toSorted()).toEqual(acknowledged.toSorted());

    await rm(filler);
    await begin();
    expect((await standing()).toSorted()).toEqual(acknowledged.toSorted());
  });

  test('keeps the system from starting, with a word why, and all is there afterwards', async () => {
    await system.stop();
    await fillUp();
    expect(await problemOnStart()).toContain('磁盘空间不足');
    await rm(filler);
    system = await start();
    expect((await standing()).toSorted()).toEqual(acknowledged.toSorted());
  });

  test('and so does one that can only be read', async () => {
    await system.stop();
    await run('mount', ['-o', 'remount,ro', disk]);
    expect(await problemOnStart()).toContain('不可写');
    await run('mount', ['-o', 'remount,rw', disk]);
    system = await start();
    expect((await standing()).toSorted()).toEqual(acknowledged.toSorted());
    await begin();
  });
});
