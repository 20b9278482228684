import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localFunctions } from '../../infra/local/local-functions.ts';
import { type LocalSystem, startLocalSystem } from '../../infra/local/local-system.ts';
import type { LocalFunctions } from '../../infra/local/surroundings.ts';
import { routeList } from '../../shared/api/routes.ts';
import { environment } from '../../shared/deployment/environment.ts';
import { environmentOf, functionDeclarations } from '../../shared/deployment/functions.ts';
import { tableDeclarations } from '../../shared/storage/tables.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { nameOf } from '../support/synthesized-grants.ts';
import { stageNamed, synthesize } from '../support/synthesized-stage.ts';
import { shapeOf } from '../support/synthesized-tables.ts';

const cloud = synthesize(stageNamed('demonstration'));
const templates = Object.values(cloud.templates);
const lambdaNamed = (name: string) =>
  cloud.resources('AWS::Lambda::Function').find(({ id }) => id.startsWith(`${name}Function`));

// A request shows which function would have served it.
const answeringWithTheirNames = Object.fromEntries(
  routeList.map(({ audience }) => [audience, async () => ({ statusCode: 200, headers: {}, body: audience })]),
) as unknown as LocalFunctions['http'];

let dataFolder: string;
let local: LocalSystem;

beforeAll(async () => {
  dataFolder = await newDataFolder('agreement');
  local = await startLocalSystem({
    dataFolder,
    port: 0,
    functions: () => ({ http: answeringWithTheirNames, background: [] }),
    portal: () => async () => false,
    log: () => undefined,
  });
});
afterAll(async () => {
  await local.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

describe('the tables', () => {
  test('of the cloud have the keys, indexes and expiry of those that run here', async () => {
    const { stores } = local.surroundings;
    const client = new DynamoDBClient({
      region: stores.region,
      endpoint: stores.dynamoDbEndpoint!,
      credentials: stores.credentials!,
    });
    for (const { name } of tableDeclarations) {
      const [{ Table }, { TimeToLiveDescription }] = await Promise.all([
        client.send(new DescribeTableCommand({ TableName: name })),
        client.send(new DescribeTimeToLiveCommand({ TableName: name })),
      ]);
      const made = cloud.resources('AWS::DynamoDB::Table').find(({ id }) => id.startsWith(name))!.Properties;
      expect(shapeOf(made, made.TimeToLiveSpecification?.AttributeName)).toEqual(
        shapeOf(Table!, TimeToLiveDescription?.AttributeName),
      );
    }
    expect(cloud.resources('AWS::DynamoDB::Table')).toHaveLength(tableDeclarations.length);
  });
});

describe('the routes', () => {
  const routes = cloud.resources('AWS::ApiGatewayV2::Route').map(({ Properties }) => ({
    key: String(Properties.RouteKey),
    needsToken: Properties.AuthorizationType === 'JWT',
    target: String(nameOf(Properties.Target, templates)),
  }));

  test('of the cloud are those that are declared, no more and no fewer', () => {
    expect(routes.map(({ key }) => key).sort()).toEqual(
      routeList.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  test('lead to the function of their audience', () => {
    for (const { method, path, audience } of routeList) {
      const { target } = routes.find(({ key }) => key === `${method} ${path}`)!;
      expect(target).toMatch(/^integrations\//);
      const integration = cloud
        .resources('AWS::ApiGatewayV2::Integration')
        .find(({ id }) => id.startsWith(target.slice('integrations/'.length)))!;
      expect(nameOf(integration.Properties.IntegrationUri, templates)).toBe(`${audience}Function`);
    }
  });

  test.each(routes)('$key asks for a token in the cloud as it does here', async ({ key, needsToken }) => {
    const [method, path] = key.split(' ') as [string, string];
    const answer = await fetch(local.origin + path.replaceAll(/\{[^}]+\}/g, 'sample'), { method });
    expect(answer.status).toBe(needsToken ? 401 : 200);
    if (!needsToken) {
      const declared = routeList.find((route) => `${route.method} ${route.path}` === key)!;
      expect(await answer.text()).toBe(declared.audience);
    }
  });
});

describe('the functions', () => {
  test('read the same settings here and there', () => {
    expect(Object.keys(local.surroundings.settings).sort()).toEqual(Object.keys(environment).sort());
    for (const declaration of functionDeclarations) {
      const made = lambdaNamed(declaration.name);
      if (made === undefined) continue;
      expect(Object.keys(made.Properties.Environment?.Variables ?? {}).sort()).toEqual(
        environmentOf(declaration).sort(),
      );
      expect([made.Properties.MemorySize, made.Properties.Timeout]).toEqual([
        declaration.memoryMb,
        declaration.timeoutSeconds,
      ]);
    }
  });

  test('are all deployed, but for the page that only aws-cn needs', () => {
    const absent = functionDeclarations.filter(({ name }) => lambdaNamed(name) === undefined);
    expect(absent.map(({ name }) => name)).toEqual(['portal']);
  });

  test('start by the same schedules and doorbells', () => {
    const here = localFunctions(local.surroundings)
      .background.map(({ name, everyMinutes, onJournal }) => ({ name, everyMinutes, onJournal }))
      .sort((a, b) => a.name.localeCompare(b.name));
    const there = functionDeclarations
      .filter(({ entry }) => existsSync(new URL(`../../${entry}`, import.meta.url)))
      .flatMap(({ name }) => {
        const aboutIt = ({ Properties }: { Properties: object }) =>
          JSON.stringify(Properties).includes(`"${name}Function`);
        const rule = cloud.resources('AWS::Events::Rule').find(aboutIt);
        const stream = cloud.resources('AWS::Lambda::EventSourceMapping').find(aboutIt);
        if (rule === undefined && stream === undefined) return [];
        const everyMinutes =
          rule && Number(/rate\((\d+) minutes\)/.exec(rule.Properties.ScheduleExpression)![1]);
        return [{ name, everyMinutes, onJournal: stream !== undefined }];
      })
      .sort((a, b) => a.name.localeCompare(b.name));
    expect(here).toEqual(there);
  });
});
