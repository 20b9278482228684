import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpServer, listen } from '../../infra/local/http-server.ts';
import { portalFiles } from '../../infra/local/portal-files.ts';
import { securityHeaders } from '../../shared/api/security-headers.ts';

let folder: string;
let server: HttpServer;
const script = 'export const answer = 42;\n'.repeat(100);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-'));
  await mkdir(join(folder, 'web/assets'), { recursive: true });
  await mkdir(join(folder, 'web/.vite'));
  await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>portal</title>');
  await writeFile(join(folder, 'web/assets/main-1a2b.js'), script);
  await writeFile(join(folder, 'web/.vite/manifest.json'), '{}');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const headers = securityHeaders({ connectTo: ['http://127.0.0.1:9'], https: false });
  const files = portalFiles(join(folder, 'web'), headers);
  server = await listen(async (incoming, response) => {
    if (!(await files.handle(incoming, response))) response.writeHead(404).end();
  }, 0);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
/** Without the tidying that `fetch` does to an address. */
const statusOfRaw = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) =>
    request({ port: server.port, host: '127.0.0.1', path }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end(),
  );

test('every page of the portal is its one document, never kept without asking', async () => {
  for (const path of ['/', '/apply/startup-grant', '/cases/PL-1?tab=history', '/%E9%95%87']) {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await answer.text()).toContain('<title>portal</title>');
  }
});

test('pages carry the security headers of the portal', async () => {
  const { headers } = await get('/');
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*connect-src 'self' http:\/\/127\.0\.0\.1:9/,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('files named by their content are kept for ever, and sent compressed', async () => {
  const answer = await get('/assets/main-1a2b.js', { 'accept-encoding': 'br' });
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(200);
  expect(await answer.text()).toBe(script);
  expect(
    (await get('/assets/main-1a2b.js', { 'accept-encoding': 'identity' })).headers.get('content-encoding'),
  ).toBeNull();
});

test('what the browser has already is not sent again', async () => {
  const etag = (await get('/')).headers.get('etag') ?? '';
  expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
});

test('a new build is served at once', async () => {
  const first = (await get('/')).headers.get('etag');
  await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>portal</title><!-- new -->');
  expect((await get('/')).headers.get('etag')).not.toBe(first);
});

test('a file that is not there is no page', async () => {
  expect((await get('/assets/gone.js')).status).toBe(404);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '//secret.txt',
  '/.vite/manifest.json',
])('%s leads nowhere', async (path) => {
  expect(await statusOfRaw(path)).toBe(404);
});
