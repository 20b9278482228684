import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoreAddresses } from '../../functions/persistence/clients.ts';
import { objectClient, tableClient } from '../../functions/persistence/clients.ts';
import { localFunctions } from '../../infra/local/local-functions.ts';
import {
  type LocalSystem,
  type LocalSystemOptions,
  startLocalSystem,
} from '../../infra/local/local-system.ts';
import { PortTaken } from '../../infra/local/start-problem.ts';
import type { LocalFunctions, Surroundings } from '../../infra/local/surroundings.ts';
import { newDataFolder } from '../support/data-folder.ts';

let dataFolder: string;
let running: LocalSystem[] = [];

/** The real functions, with a background function that counts its runs. */
let backgroundRuns = 0;
const functions = (surroundings: Surroundings): LocalFunctions => ({
  ...localFunctions(surroundings),
  background: [
    {
      name: 'counter',
      onJournal: true,
      run: async () => {
        backgroundRuns += 1;
      },
    },
  ],
});

const start = async (more: Partial<LocalSystemOptions> = {}): Promise<LocalSystem> => {
  const system = await startLocalSystem({
    dataFolder,
    port: 0,
    functions,
    portal: () => async (_, response) => {
      response.end('the portal');
      return true;
    },
    log: () => undefined,
    ...more,
  });
  running.push(system);
  return system;
};
const stop = async (system: LocalSystem): Promise<void> => {
  running = running.filter((other) => other !== system);
  await system.stop();
};

beforeEach(async () => {
  backgroundRuns = 0;
  dataFolder = await newDataFolder('system');
});
afterEach(async () => {
  await Promise.all(running.map(stop));
  await rm(dataFolder, { recursive: true, force: true });
});

test('portal, API and issuer answer at one address', async () => {
  const { origin } = await start();
  expect(await (await fetch(`${origin}/apply`)).text()).toBe('the portal');
  expect(await (await fetch(`${origin}/api/health`)).json()).toEqual({ status: 'ok' });
  const discovery = (await (
    await fetch(`${origin}/issuer/.well-known/openid-configuration`)
  ).json()) as object;
  expect(discovery).toMatchObject({ issuer: `${origin}/issuer` });
});

test('a page asked for under another name of this machine is sent to the one address', async () => {
  const { origin } = await start();
  const answer = await fetch(`${origin.replace('127.0.0.1', 'localhost')}/cases?a=1`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe(`${origin}/cases?a=1`);
});

test('functions get stores that work, and the settings they have in the cloud', async () => {
  const { surroundings, origin } = await start();
  const { settings, stores } = surroundings;
  await tableClient(stores).send(
    new PutCommand({ TableName: settings.REGISTRY_TABLE, Item: { pk: 'a', sk: 'b' } }),
  );
  const { url, fields } = await createPresignedPost(objectClient(stores), {
    Bucket: settings.DOCUMENTS_BUCKET,
    Key: 'k',
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob(['x']));
  const posted = await fetch(url, { method: 'POST', body: form, headers: { origin } });
  expect([posted.status, posted.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
  expect(settings.CONNECT_TO).toBe(new URL(url).origin);
});

test('everything is there again after a stop and a start', async () => {
  const first = await start();
  const { stores, settings } = first.surroundings;
  await tableClient(stores).send(
    new PutCommand({ TableName: settings.JOURNAL_TABLE, Item: { pk: 'case', seq: 1 } }),
  );
  await objectClient(stores).send(new PutObjectCommand({ Bucket: 'ledger', Key: 'tile', Body: 'sealed' }));
  await stop(first);
  const second = await start();
  const { Count } = await tableClient(second.surroundings.stores).send(
    new ScanCommand({ TableName: settings.JOURNAL_TABLE }),
  );
  expect(Count).toBe(1);
  const forged = objectClient(second.surroundings.stores).send(
    new PutObjectCommand({ Bucket: 'ledger', Key: 'tile', Body: 'forged' }),
  );
  await expect(forged).rejects.toThrow('locked');
});

test('a taken port, or a folder in use, is said plainly and leaves nothing running', async () => {
  const { origin } = await start();
  const other = await newDataFolder('system');
  await expect(start({ dataFolder: other, port: Number(new URL(origin).port) })).rejects.toThrow(PortTaken);
  // Nothing holds the folder any more.
  await stop(await start({ dataFolder: other }));
  await rm(other, { recursive: true });
});

test('background functions run when asked to by name', async () => {
  const system = await start({ background: false });
  await system.runBackground('counter');
  expect(backgroundRuns).toBe(1);
  await expect(system.runBackground('nobody')).rejects.toThrow('no background function');
});

test('what the Journal holds when the system begins is looked at at once', async () => {
  const system = await start({ background: false });
  expect(backgroundRuns).toBe(0);
  system.beginBackground();
  await expect.poll(() => backgroundRuns).toBe(1);
});

test('what may have written to the Journal rings for those who wait for it: acts, and looking that is recorded', async () => {
  const { origin, issuer } = await start();
  await expect.poll(() => backgroundRuns).toBe(1);
  const post = (path: string, body: object) =>
    issuer.issueToken('policy-officer').then((token) =>
      fetch(origin + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  expect((await post('/api/programme-checks', { unknown: true })).status).toBe(400);
  expect(backgroundRuns).toBe(1);
  expect((await post('/api/programme-checks', { document: {} })).status).toBe(200);
  await expect.poll(() => backgroundRuns).toBe(2);
  const authorization = `Bearer ${await issuer.issueToken('auditor')}`;
  const look = (path: string) => fetch(origin + path, { headers: { authorization } });
  expect((await look('/api/programmes')).status).toBe(200);
  expect(backgroundRuns).toBe(2);
  expect((await look('/api/decisions')).status).toBe(200);
  await expect.poll(() => backgroundRuns).toBe(3);
});

type Announced = { readonly origin: string; readonly stores: StoreAddresses };
const startProcess = async (): Promise<[ChildProcess, Announced]> => {
  const script = new URL('../support/system-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the process ended before it was ready'))),
  ])) as [Buffer];
  return [child, JSON.parse(line.toString()) as Announced];
};

test('killed outright, it starts again on the same data, and its old engine is gone', async () => {
  const [first, { stores: before }] = await startProcess();
  await tableClient(before).send(new PutCommand({ TableName: 'Journal', Item: { pk: 'case', seq: 1 } }));
  first.kill('SIGKILL');
  await once(first, 'exit');

  const [second, { stores: after }] = await startProcess();
  const { Count } = await tableClient(after).send(new ScanCommand({ TableName: 'Journal' }));
  expect(Count).toBe(1);
  await expect(fetch(before.dynamoDbEndpoint ?? '')).rejects.toThrow();
  second.kill('SIGTERM');
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect(fetch(after.dynamoDbEndpoint ?? '')).rejects.toThrow();
});
