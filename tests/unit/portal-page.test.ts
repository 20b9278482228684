import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { handler } from '../../functions/portal/index.ts';

const ask = (rawPath: string) => handler({ rawPath, requestContext: { requestId: 'r1' } } as never);

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><p>门户');
  vi.stubEnv('LAMBDA_TASK_ROOT', folder);
  vi.stubEnv('CONNECT_TO', 'https://documents.example https://issuer.example');
});

test.each(['/', '/applications/PL-1'])('%s is the one page, with every security header', async (path) => {
  const { statusCode, headers, body } = await ask(path);
  expect([statusCode, body]).toEqual([200, '<!doctype html><p>门户']);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining(
      "connect-src 'self' https://documents.example https://issuer.example",
    ),
    'strict-transport-security': expect.stringContaining('max-age='),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
  });
});

test('an address below /api that no route serves is a problem, not the page', async () => {
  const { statusCode, headers, body } = await ask('/api/nothing');
  expect(statusCode).toBe(404);
  expect(headers).toEqual({ 'content-type': 'application/problem+json' });
  expect(JSON.parse(body!)).toMatchObject({ code: 'route-not-found' });
});
