import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDataFolder } from '../support/data-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  scripts: Record<'dev', string>;
};

let folder: string;
let child: ChildProcess;
let said = '';
beforeAll(async () => {
  folder = await newDataFolder('dev');
  const [, ...args] = `${scripts.dev} --port 0 --empty --data ${folder}`.split(' ');
  child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
});
afterAll(async () => {
  child.kill('SIGTERM');
  await once(child, 'exit');
  await rm(folder, { recursive: true, force: true });
});

const address = /(http:\/\/[\w.]+:\d+)\/api\/docs/;

test('npm run dev serves the portal from its sources, and starts again only when something changed', async () => {
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(address);
  const origin = address.exec(said)?.[1] ?? '';
  const page = await (await fetch(origin)).text();
  const entry = /src="(\/[^"]+\.tsx)"/.exec(page)?.[1] ?? expect.unreachable();
  const source = await fetch(origin + entry);
  expect(source.headers.get('content-type')).toContain('javascript');
  expect(await source.text()).toContain('createRoot');
  expect((await fetch(`${origin}/api/health`)).status).toBe(200);
  expect(said).not.toContain('Restarting');
}, 120_000);
