import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeSystem } from '../../functions/compose.ts';
import { composeDataKey } from '../../functions/compose-data-key.ts';
import type { Tables } from '../../functions/persistence/tables.ts';
import { countyProgrammes } from '../../infra/local/demo/county-programmes.ts';
import { createClient } from '../../shared/api/client.ts';
import { routes } from '../../shared/api/routes.ts';
import { problemOf } from '../support/refusal.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { dump } from '../support/table-dump.ts';

let running: RunningSystem;
let tables: Tables;
beforeAll(async () => {
  running = await startRunningSystem();
  const { settings, stores, now } = running.system.surroundings;
  tables = composeSystem(settings, stores, composeDataKey(settings, stores), now).tables;
  const [document] = countyProgrammes;
  await running.callAs('policy-officer')('publishProgramme', { body: { document } });
});
afterAll(() => running.stop());

const issue = (claims: Record<string, unknown> = {}) =>
  running.system.issuer.issueToken('applicant-gloves', claims);
const hourAgo = () => Math.floor(Date.now() / 1000) - 3600;

/** The signature of one token under the claims of another. */
async function forged(): Promise<string> {
  const [header, , signature] = (await issue()).split('.');
  const [, claims] = (await issue({ roles: ['auditor'] })).split('.');
  return [header, claims, signature].join('.');
}
const unsigned = async (): Promise<string> => {
  const [, claims] = (await issue()).split('.');
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
};

test.each<[string, () => Promise<string> | undefined, string]>([
  ['no token', () => undefined, 'not-signed-in'],
  ['a forged token', forged, 'token-rejected'],
  ['a token without a signature', unsigned, 'token-rejected'],
  ['an expired token', () => issue({ exp: hourAgo() }), 'token-rejected'],
  ['a token for another audience', () => issue({ aud: 'urn:elsewhere' }), 'token-rejected'],
  ['a token of another issuer', () => issue({ iss: 'https://elsewhere.example' }), 'token-rejected'],
  ['something that is no token', async () => 'let-me-in', 'token-rejected'],
])('%s starts no application', async (_, token, code) => {
  const call = createClient({ routes, baseUrl: running.system.origin, token });
  const before = await dump(tables);
  const body = { commandId: crypto.randomUUID(), programmeId: 'rent-free-premises' };
  expect(await problemOf(call('startApplication', { body }))).toMatchObject({ status: 401, code });
  expect(await dump(tables)).toEqual(before);
});

test('a token for roles we do not know opens nothing', async () => {
  const call = createClient({
    routes,
    baseUrl: running.system.origin,
    token: () => issue({ roles: ['root', 'system'] }),
  });
  expect(await problemOf(call('listApplications'))).toMatchObject({ status: 403, code: 'not-permitted' });
});
