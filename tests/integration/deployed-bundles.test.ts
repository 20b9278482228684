import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { HttpFunction } from '../../functions/http/http-event.ts';
import { publish } from '../../functions/officer/publish.ts';
import { bundleFunctions } from '../../infra/build-functions.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { routeList } from '../../shared/api/routes.ts';
import { functionDeclarations } from '../../shared/deployment/functions.ts';
import { benchProgramme } from '../bench/bench-programme.ts';
import { oneLife } from '../bench/one-life.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { furnish, type InProcess, openCountyFunds, person, startInProcess } from '../support/in-process.ts';

/**
 * What is deployed is not quite what the other tests run: its schemas are made when they are first used. So the
 * bundles themselves answer here.
 */
const audiences = ['public', 'applicant', 'reviewer'] as const;
let county: InProcess;
let folder: string;

beforeAll(async () => {
  folder = await newDataFolder('deployed');
  county = await startInProcess();
  await furnish(county);
  await openCountyFunds(county);
  await publish(county.system, person('policy-officer'), { ...benchProgramme, version: 2 });
  await writeFile(join(folder, 'data.key'), Buffer.alloc(32, 7));
  const endpoint = await county.tables.client.config.endpoint?.();
  const settings = {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'LOCALKEY',
    AWS_SECRET_ACCESS_KEY: 'local-secret',
    AWS_ENDPOINT_URL_DYNAMODB: `http://${endpoint?.hostname}:${endpoint?.port}`,
    REGISTRY_TABLE: county.tables.registry,
    JOURNAL_TABLE: county.tables.journal,
    DATA_KEY: `file:${join(folder, 'data.key')}`,
    ...{ ISSUER: 'http://issuer', CLIENT_ID: 'portal', SCOPE: 'openid', AUDIENCE: 'api' },
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.spyOn(console, 'log').mockReturnValue();
  const bundles = await bundleFunctions(
    join(folder, 'functions'),
    functionDeclarations.filter(({ name }) => audiences.some((audience) => audience === name)),
  );
  for (const audience of audiences) {
    const file = bundles.find(({ name }) => name === audience)?.file ?? '';
    const { handler } = createRequire(import.meta.url)(file) as { handler: HttpFunction };
    Object.assign(county.handlers, { [audience]: handler });
  }
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await county.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the schema of every route is the same as in the sources', async () => {
  const answer = await county.raw()('/api/openapi.json');
  expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument(routeList))));
});

test('a case goes from draft to decision', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await oneLife((id) => county.as(person(id)), 1, today);
});

test('what is wrong with a request is named', async () => {
  const wrong = { commandId: 'no uuid', programmeId: 7, colour: 'red' };
  const refused = county.as(person('applicant-gloves'))('startApplication', { body: wrong as never });
  await expect(refused).rejects.toMatchObject({
    problem: {
      code: 'invalid-input',
      errors: [
        { path: '/commandId', code: 'bad-format' },
        { path: '/programmeId', code: 'wrong-type' },
        { path: '/colour', code: 'unknown-field' },
      ],
    },
  });
});
