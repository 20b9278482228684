import { rm } from 'node:fs/promises';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { freePort } from '../../infra/local/free-port.ts';
import { type HttpServer, listen } from '../../infra/local/http-server.ts';
import { createIssuer, type Issuer } from '../../infra/local/issuer/issuer.ts';
import { newDataFolder } from '../support/data-folder.ts';
import {
  authorizationRequest,
  type PortalClient,
  pickPerson,
  redeemCode,
  SignInBrowser,
} from '../support/sign-in-by-browser.ts';

const resource = 'urn:factory-incentives:api';
let dataFolder: string;
let origin: string;
let issuer: Issuer;
let server: HttpServer;
let client: PortalClient;

const start = async (): Promise<void> => {
  issuer = await createIssuer({
    origin,
    dataFolder,
    people: demoPeople,
    audience: resource,
    clientId: 'portal',
    scope: 'api',
  });
  server = await listen(
    (request, response) => void issuer.handle(request, response),
    Number(new URL(origin).port),
  );
  client = {
    issuer: issuer.url,
    clientId: 'portal',
    redirectUri: `${origin}/sign-in/done`,
    scope: 'openid api',
    resource,
  };
};
const stop = async (): Promise<void> => {
  await server.stop();
  await issuer.stop();
};

beforeEach(async () => {
  dataFolder = await newDataFolder('issuer');
  origin = `http://127.0.0.1:${await freePort()}`;
  await start();
});
afterEach(async () => {
  await stop();
  await rm(dataFolder, { recursive: true, force: true });
});

async function signIn(browser: SignInBrowser, personId: string) {
  const { url, verifier, state } = authorizationRequest(client);
  const { back, ...page } = await pickPerson(browser, url, personId, client.redirectUri);
  return { ...page, verifier, state, back: back.searchParams };
}

test('a person who is picked gets an access token for the API, and an ID token', async () => {
  const { back, verifier, state } = await signIn(new SignInBrowser(), 'laoxian-reviewer-1');
  expect(back.get('state')).toBe(state);
  const answer = await redeemCode(client, back.get('code') ?? '', verifier);
  const tokens = (await answer.json()) as { access_token: string; id_token: string; expires_in: number };
  const keys = createRemoteJWKSet(new URL(`${issuer.url}/jwks`));
  const { payload, protectedHeader } = await jwtVerify(tokens.access_token, keys, {
    issuer: issuer.url,
    audience: resource,
  });
  expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
  expect(payload).toMatchObject({
    sub: 'laoxian-reviewer-1',
    name: '徐文斌',
    roles: ['reviewer'],
    office: 'town-610926102',
    town: '610926102',
    scope: 'api',
  });
  expect(decodeJwt(tokens.id_token)).toMatchObject({ sub: 'laoxian-reviewer-1', aud: 'portal' });
  expect(tokens.expires_in).toBe(3600);
});

test('a token made for a seed or a test says the same as one from a sign-in', async () => {
  const { back, verifier } = await signIn(new SignInBrowser(), 'auditor');
  const { access_token } = (await (await redeemCode(client, back.get('code') ?? '', verifier)).json()) as {
    access_token: string;
  };
  const passing = { iat: 0, exp: 0, jti: '' };
  expect({ ...decodeJwt(await issuer.issueToken('auditor')), ...passing }).toEqual({
    ...decodeJwt(access_token),
    ...passing,
  });
});

test('the page shows everybody, in Chinese first, and lets nothing in from elsewhere', async () => {
  const { html, page } = await signIn(new SignInBrowser(), 'auditor');
  expect(html).toContain('<html lang="zh-CN">');
  for (const person of demoPeople) expect(html).toContain(person.name);
  expect(html).toMatch(/城关镇人民政府[\s\S]*平利县审计局/);
  expect(html).not.toMatch(/https?:\/\//);
  expect(page.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*script-src 'none'.*frame-ancestors 'none'/,
  );
});

test('somebody who is not on the page cannot be picked', async () => {
  const browser = new SignInBrowser();
  const { url } = authorizationRequest(client);
  const page = await browser.follow(await browser.open(url), url);
  const answer = await browser.open(page.url, {
    method: 'POST',
    body: new URLSearchParams({ person: 'system' }),
  });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('选择登录身份')]);
});

test('a code needs its verifier, and is good once', async () => {
  const { back, verifier } = await signIn(new SignInBrowser(), 'auditor');
  const code = back.get('code') ?? '';
  expect((await redeemCode(client, code, 'x'.repeat(43))).status).toBe(400);
  const again = await signIn(new SignInBrowser(), 'auditor');
  expect((await redeemCode(client, again.back.get('code') ?? '', again.verifier)).status).toBe(200);
  expect((await redeemCode(client, again.back.get('code') ?? '', again.verifier)).status).toBe(400);
  expect((await redeemCode(client, 'invented', verifier)).status).toBe(400);
});

test('a request without PKCE, or that leads elsewhere, is refused on the spot', async () => {
  const { url } = authorizationRequest(client);
  const plain = new URL(url);
  plain.searchParams.delete('code_challenge');
  const answer = await new SignInBrowser().open(plain.href);
  expect(answer.headers.get('location')).toContain('error=invalid_request');
  const elsewhere = new URL(url);
  elsewhere.searchParams.set('redirect_uri', 'https://elsewhere.example/');
  const refused = await new SignInBrowser().open(elsewhere.href);
  expect([refused.status, refused.headers.get('location')]).toEqual([400, null]);
  expect(await refused.text()).toContain('登录没有完成');
});

test('other web pages may not redeem codes', async () => {
  const { back, verifier } = await signIn(new SignInBrowser(), 'auditor');
  const answer = await redeemCode(client, back.get('code') ?? '', verifier, {
    origin: 'https://elsewhere.example',
  });
  expect([answer.ok, answer.headers.get('access-control-allow-origin')]).toEqual([false, null]);
});

test('after a restart the same person is signed in without being asked, and old tokens still hold', async () => {
  const browser = new SignInBrowser();
  await signIn(browser, 'auditor');
  const token = await issuer.issueToken('auditor');
  await stop();
  await start();
  const request = authorizationRequest(client);
  const done = await browser.follow(await browser.open(request.url), request.url, client.redirectUri);
  const answer = await redeemCode(client, new URL(done.url).searchParams.get('code') ?? '', request.verifier);
  const { access_token } = (await answer.json()) as { access_token: string };
  expect(decodeJwt(access_token).sub).toBe('auditor');
  await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer.url}/jwks`)));
});

test('signing out ends the session, so the next sign-in asks again', async () => {
  const browser = new SignInBrowser();
  const { back, verifier } = await signIn(browser, 'auditor');
  const { id_token } = (await (await redeemCode(client, back.get('code') ?? '', verifier)).json()) as {
    id_token: string;
  };
  const query = new URLSearchParams({
    client_id: 'portal',
    id_token_hint: id_token,
    post_logout_redirect_uri: `${origin}/`,
  });
  const page = await browser.open(`${issuer.url}/session/end?${query}`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const ended = await browser.open(action, {
    method: 'POST',
    body: new URLSearchParams({ xsrf, logout: 'yes' }),
  });
  expect(ended.headers.get('location')).toBe(`${origin}/`);
  const { url } = authorizationRequest(client);
  const next = await browser.follow(await browser.open(url), url, client.redirectUri);
  expect(await next.answer.text()).toContain('选择登录身份');
});
