import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandReturnAddress } from '../../shared/deployment/command-sign-in.ts';
import { townCashSupport } from '../../shared/programmes/county/town-cash-support.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { pickPerson, SignInBrowser } from '../support/sign-in-by-browser.ts';

const command = new URL('../../infra/publish-programmes.ts', import.meta.url).pathname;
let county: RunningSystem;
let folder: string;
beforeAll(async () => {
  county = await startRunningSystem();
  folder = await newDataFolder('programmes');
});
afterAll(async () => {
  await county.stop();
  await rm(folder, { recursive: true });
});

const fileWith = async (document: unknown): Promise<string> => {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  await writeFile(file, JSON.stringify(document));
  return file;
};

/** Runs the command, and in the browser of the person at the machine signs in as `personId`. */
async function publish(personId: string, ...files: string[]) {
  const child = spawn(process.execPath, [command, county.system.origin, ...files]);
  const said: string[] = [];
  createInterface(child.stderr).on('line', (line) => said.push(line));
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => {
    said.push(line);
    if (!line.startsWith('http')) return;
    const browser = new SignInBrowser();
    void pickPerson(browser, line, personId, commandReturnAddress).then(({ back }) => fetch(back));
  });
  const [code] = await once(child, 'close');
  return { code, said: said.join('\n') };
}

test('a policy officer publishes from the command line after signing in in a browser, tokens never shown', async () => {
  const { code, said } = await publish('policy-officer', await fileWith(townCashSupport));
  expect(said).toContain(`${townCashSupport.id}  version 1`);
  expect(said).not.toMatch(/eyJ/);
  expect(code).toBe(0);
  const { items } = await county.callAsAnyone('listProgrammes');
  expect(items.map(({ id }) => id)).toEqual([townCashSupport.id]);
});

test('whoever is no policy officer publishes nothing, and a faulty document is told fault by fault', async () => {
  const other = await publish('auditor', await fileWith({ ...townCashSupport, version: 2 }));
  expect(other).toMatchObject({ code: 1, said: expect.stringContaining('您的岗位不能进行此操作') });

  const token = await county.system.issuer.issueToken('policy-officer');
  const file = await fileWith({ ...townCashSupport, version: 2, stages: [] });
  const faulty = promisify(execFile)(process.execPath, [command, county.system.origin, file], {
    env: { ...process.env, ACCESS_TOKEN: token },
  });
  await expect(faulty).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('/stages') });
  const { items } = await county.callAsAnyone('listProgrammes');
  expect(items.map(({ version }) => version)).toEqual([1]);
});
