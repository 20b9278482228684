import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HttpEvent } from '../../functions/http/http-event.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { freePort } from '../../infra/local/free-port.ts';
import { type AccessLogEntry, createGateway } from '../../infra/local/gateway/gateway.ts';
import type { GatewayRoute } from '../../infra/local/gateway/route-match.ts';
import { tokenCheck } from '../../infra/local/gateway/token-check.ts';
import { type HttpServer, listen } from '../../infra/local/http-server.ts';
import { createIssuer, type Issuer } from '../../infra/local/issuer/issuer.ts';
import { issuerKeys } from '../../infra/local/issuer/issuer-keys.ts';
import { ProblemSchema } from '../../shared/api/errors.ts';
import { newDataFolder } from '../support/data-folder.ts';

const audience = 'urn:factory-incentives:api';
const route = (
  id: string,
  method: GatewayRoute['method'],
  path: GatewayRoute['path'],
  access: GatewayRoute['access'],
) => ({ id, method, path, access, audience: 'public' }) as const;
const routes: readonly GatewayRoute[] = [
  route('public', 'GET', '/api/programmes', 'anyone'),
  route('one', 'GET', '/api/cases/{caseId}', 'signed-in'),
  route('mine', 'GET', '/api/cases/mine', 'signed-in'),
  route('act', 'POST', '/api/cases/{caseId}/acts', ['reviewer']),
  route('broken', 'GET', '/api/broken', 'anyone'),
];

let dataFolder: string;
let issuer: Issuer;
let server: HttpServer;
let origin: string;
let events: HttpEvent[] = [];
let log: AccessLogEntry[] = [];

beforeAll(async () => {
  dataFolder = await newDataFolder('gateway');
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  issuer = await createIssuer({
    origin,
    dataFolder,
    people: demoPeople,
    audience,
    clientId: 'portal',
    scope: 'api',
  });
  const gateway = createGateway({
    routes,
    checkToken: tokenCheck(issuer.url, audience),
    invoke: async ({ id }, event) => {
      if (id === 'broken') throw new Error('a secret in a message');
      events.push(event);
      return {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id }),
      };
    },
    rateLimit: { burst: 1000, perSecond: 1000 },
    accessLog: (entry) => log.push(entry),
  });
  server = await listen((request, response) => {
    const isIssuer = request.url?.startsWith('/issuer/');
    void (isIssuer ? issuer : gateway).handle(request, response);
  }, port);
});
afterAll(async () => {
  await server.stop();
  await issuer.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
beforeEach(() => {
  events = [];
  log = [];
});

const get = (path: string, token?: string): Promise<Response> =>
  fetch(origin + path, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
const problemOf = async (answer: Response): Promise<[number, string]> => {
  const { status, code, requestId } = ProblemSchema.parse(await answer.json());
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(requestId).toBe(answer.headers.get('x-request-id'));
  expect(status).toBe(answer.status);
  return [status, code];
};

describe('a request', () => {
  test('reaches the function of its route, with what the path and the query say', async () => {
    const token = await issuer.issueToken('laoxian-reviewer-1');
    await get('/api/cases/PL-2026%2F1?a=1&a=2&b=%E9%95%87', token);
    expect(events).toMatchObject([
      {
        routeKey: 'GET /api/cases/{caseId}',
        pathParameters: { caseId: 'PL-2026/1' },
        queryStringParameters: { a: '1,2', b: '镇' },
        isBase64Encoded: false,
      },
    ]);
  });

  test('brings its claims as text, as an HTTP API does', async () => {
    await get(
      '/api/cases/1',
      await issuer.issueToken('laoxian-reviewer-1', { roles: ['reviewer', 'applicant'] }),
    );
    expect(events[0]?.requestContext.authorizer?.jwt?.claims).toMatchObject({
      sub: 'laoxian-reviewer-1',
      roles: '[reviewer applicant]',
      exp: expect.stringMatching(/^\d+$/),
    });
  });

  test('is matched by the path that names more', async () => {
    const token = await issuer.issueToken('auditor');
    expect(await (await get('/api/cases/mine', token)).json()).toEqual({ id: 'mine' });
    expect(await (await get('/api/cases/other', token)).json()).toEqual({ id: 'one' });
  });

  test('for no route, or by another method, is told so', async () => {
    expect(await problemOf(await get('/api/nothing'))).toEqual([404, 'route-not-found']);
    expect(await problemOf(await get('/api/cases/'))).toEqual([404, 'route-not-found']);
    expect(await problemOf(await get('/api/cases/%E4%ZZ'))).toEqual([404, 'route-not-found']);
    const other = await fetch(`${origin}/api/programmes`, { method: 'DELETE' });
    expect(other.headers.get('allow')).toBe('GET');
    expect(await problemOf(other)).toEqual([405, 'method-not-allowed']);
  });

  test('with a body over the limit is refused before any function runs', async () => {
    const headers = { authorization: `Bearer ${await issuer.issueToken('laoxian-reviewer-1')}` };
    const send = (bytes: number) =>
      fetch(`${origin}/api/cases/1/acts`, { method: 'POST', headers, body: Buffer.alloc(bytes, 'x') });
    expect((await send(1_000_000)).status).toBe(200);
    events = [];
    expect(await problemOf(await send(2_000_000))).toEqual([413, 'body-too-large']);
    expect(events).toEqual([]);
  });

  test('keeps bytes that are no text', async () => {
    const headers = { authorization: `Bearer ${await issuer.issueToken('laoxian-reviewer-1')}` };
    await fetch(`${origin}/api/cases/1/acts`, {
      method: 'POST',
      headers,
      body: Buffer.from([0x22, 0xff, 0x22]),
    });
    expect(events).toMatchObject([
      { isBase64Encoded: true, body: Buffer.from([0x22, 0xff, 0x22]).toString('base64') },
    ]);
  });

  test('that breaks its function gets a number to quote, and no detail', async () => {
    const answer = await get('/api/broken');
    expect(await answer.clone().text()).not.toContain('secret');
    expect(await problemOf(answer)).toEqual([500, 'internal-error']);
  });

  test('leaves one line in the log that tells nothing about who asked', async () => {
    await get('/api/cases/PL-1?name=%E9%99%88', await issuer.issueToken('applicant-gloves'));
    expect(log).toEqual([
      { requestId: expect.any(String), route: 'one', status: 200, ms: expect.any(Number) },
    ]);
  });
});

describe('a token', () => {
  const person = 'laoxian-reviewer-1';
  const now = Math.floor(Date.now() / 1000);
  const claims = (): JWTPayload => ({
    sub: person,
    iss: issuer.url,
    aud: audience,
    iat: now,
    exp: now + 600,
    roles: ['auditor'],
  });
  const signedBy = async (key: CryptoKey, kid: string) =>
    new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid }).sign(key);

  test('of a person who signed in opens the route', async () => {
    expect((await get('/api/cases/1', await issuer.issueToken(person))).status).toBe(200);
  });

  test('is not looked at where none is needed', async () => {
    expect((await get('/api/programmes', 'anything')).status).toBe(200);
    expect(events[0]?.requestContext.authorizer).toBeUndefined();
  });

  test.each<[string, () => Promise<string | undefined> | string | undefined, string]>([
    ['that is missing', () => undefined, 'not-signed-in'],
    ['that is no token', () => 'hello', 'token-rejected'],
    [
      'that has expired',
      () => issuer.issueToken(person, { iat: now - 7200, exp: now - 1 }),
      'token-rejected',
    ],
    ['that is not valid yet', () => issuer.issueToken(person, { nbf: now + 60 }), 'token-rejected'],
    ['that was issued in the future', () => issuer.issueToken(person, { iat: now + 600 }), 'token-rejected'],
    ['that never ends', () => issuer.issueToken(person, { exp: undefined }), 'token-rejected'],
    [
      'of another issuer',
      () => issuer.issueToken(person, { iss: 'https://elsewhere.example' }),
      'token-rejected',
    ],
    ['for another audience', () => issuer.issueToken(person, { aud: 'urn:elsewhere' }), 'token-rejected'],
    [
      'for nobody',
      () => issuer.issueToken(person, { aud: undefined, client_id: undefined }),
      'token-rejected',
    ],
    ['without a signature', () => new UnsecuredJWT(claims()).encode(), 'token-rejected'],
    [
      'signed with the public key as a secret',
      async () => {
        const { kty, n, e, kid } = (await issuerKeys(join(dataFolder, 'issuer-keys.json'))).signing;
        const key = await importJWK({ kty, n, e, alg: 'RS256' });
        if (!(key instanceof CryptoKey)) throw new Error('no RSA key');
        const secret = new TextEncoder().encode(await exportSPKI(key));
        return new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid }).sign(secret);
      },
      'token-rejected',
    ],
    [
      'signed by another key under the name of ours',
      async () => {
        const { kid } = (await issuerKeys(join(dataFolder, 'issuer-keys.json'))).signing;
        return signedBy((await generateKeyPair('RS256')).privateKey, kid);
      },
      'token-rejected',
    ],
    [
      'signed by a key nobody knows',
      async () => signedBy((await generateKeyPair('RS256')).privateKey, 'unknown'),
      'token-rejected',
    ],
    [
      'whose claims were changed afterwards',
      async () => {
        const [header, , signature] = (await issuer.issueToken(person)).split('.');
        return [header, Buffer.from(JSON.stringify(claims())).toString('base64url'), signature].join('.');
      },
      'token-rejected',
    ],
  ])('%s opens nothing', async (_, make, code) => {
    const answer = await get('/api/cases/1', await make());
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problemOf(answer)).toEqual([401, code]);
    expect(events).toEqual([]);
  });
});

test('an issuer that cannot be reached is our trouble, not the caller’s', async () => {
  const unreachable = tokenCheck(`http://127.0.0.1:${await freePort()}`, audience);
  expect(await unreachable(await issuer.issueToken('auditor'))).toEqual({ kind: 'unknown' });
});
