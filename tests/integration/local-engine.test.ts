import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTables } from '../../infra/local/create-tables.ts';
import { claimDataFolder, isAlive, openDataFolder } from '../../infra/local/data-folder.ts';
import { type Engine, startEngine } from '../../infra/local/engine.ts';
import { findEngineBinary } from '../../infra/local/engine-binary.ts';
import { PortTaken, StartProblem } from '../../infra/local/start-problem.ts';
import { journalTable, registryTable, tableDeclarations } from '../../shared/storage/tables.ts';

let dataFolder: string;
const engines: Engine[] = [];

const start = async (port = 0, onTrouble?: (what: string) => void): Promise<Engine> => {
  const engine = await startEngine({ dataFolder, port, ...(onTrouble && { onTrouble }) });
  engines.push(engine);
  return engine;
};
const clientOf = (engine: Engine): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
const event = (pk: string, seq: number) =>
  new PutItemCommand({
    TableName: journalTable.name,
    Item: { pk: { S: pk }, seq: { N: String(seq) }, day: { S: '2026-11-23' }, order: { S: `${pk}#${seq}` } },
  });

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'engine-'));
});
afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  await rm(dataFolder, { recursive: true, force: true });
});

test('the declared tables are made once, with their indexes and expiry', async () => {
  const client = clientOf(await start());
  await createTables(client, tableDeclarations);
  await createTables(client, tableDeclarations);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: registryTable.name }));
  const made = new Map(Table?.GlobalSecondaryIndexes?.map((index) => [index.IndexName, index.Projection]));
  expect([...made.keys()].sort()).toEqual(registryTable.indexes.map(({ name }) => name).sort());
  expect(made.get('worklist')).toMatchObject({
    ProjectionType: 'INCLUDE',
    NonKeyAttributes: expect.arrayContaining([...registryTable.indexes[0].projection]),
  });
  const ttl = await client.send(new DescribeTimeToLiveCommand({ TableName: registryTable.name }));
  expect(ttl.TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' });
});

test('a program that ends by an error of its own takes its engine along', async () => {
  const doomed = `
    import { startEngine } from './infra/local/engine.ts';
    const engine = await startEngine({ dataFolder: process.argv[1], port: 0 });
    console.log(JSON.stringify({ pid: engine.processId() }));
    throw new Error('of its own');
  `;
  const root = resolve(import.meta.dirname, '../..');
  const options = { cwd: root, encoding: 'utf8' } as const;
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', doomed, dataFolder],
    options,
  );
  expect(status).toBe(1);
  const { pid } = JSON.parse(stdout) as { pid: number };
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
});

test('an index declared later is added and holds what was written before', async () => {
  const client = clientOf(await start());
  await createTables(client, [{ ...journalTable, indexes: [] }]);
  await client.send(event('case-1', 1));
  await createTables(client, [journalTable]);
  const { Items } = await client.send(
    new QueryCommand({
      TableName: journalTable.name,
      IndexName: 'byDay',
      KeyConditionExpression: '#day = :day',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: { ':day': { S: '2026-11-23' } },
    }),
  );
  expect(Items?.map((item) => item.pk)).toEqual([{ S: 'case-1' }]);
});

test('what was written is there after a stop and a start', async () => {
  const first = await start();
  await createTables(clientOf(first), tableDeclarations);
  await clientOf(first).send(event('case-1', 1));
  await first.stop();
  const { Count } = await clientOf(await start()).send(new ScanCommand({ TableName: journalTable.name }));
  expect(Count).toBe(1);
});

test('an engine killed while writing loses nothing it acknowledged, and comes back by itself', async () => {
  const restarted = Promise.withResolvers<string>();
  const engine = await start(0, restarted.resolve);
  const client = clientOf(engine);
  await createTables(client, tableDeclarations);
  const acknowledged = new Set<string>();
  let failed = false;
  const writer = async (name: string): Promise<void> => {
    for (let seq = 1; !failed; seq += 1) {
      try {
        await client.send(event(name, seq));
        acknowledged.add(`${name}#${seq}`);
        if (acknowledged.size === 200) process.kill(engine.processId(), 'SIGKILL');
      } catch {
        failed = true;
      }
    }
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(writer));
  expect(await restarted.promise).toBe('restarted');

  const { Items } = await client.send(
    new ScanCommand({ TableName: journalTable.name, ConsistentRead: true }),
  );
  const kept = new Set(Items?.map((item) => item.order?.S));
  expect(acknowledged.size).toBeGreaterThanOrEqual(200);
  expect([...acknowledged].filter((order) => !kept.has(order))).toEqual([]);
});

test('a taken port is said plainly', async () => {
  const occupant = createServer().listen(0, '127.0.0.1');
  await once(occupant, 'listening');
  const address = occupant.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const problem = await start(port).catch((error: unknown) => error);
  occupant.close();
  expect(problem).toBeInstanceOf(PortTaken);
  expect((problem as StartProblem).text.zh).toContain(`端口 ${port} 已被占用`);
});

test('a missing engine package is said plainly', async () => {
  const problem = await findEngineBinary('plan9-mips').catch((error: unknown) => error);
  expect((problem as StartProblem).text.en).toContain('@dynoxide/plan9-mips is not installed');
});

test('a file that is no database is said plainly', async () => {
  await writeFile(join(dataFolder, 'engine.db'), 'x'.repeat(5000));
  const problem = await start().catch((error: unknown) => error);
  expect((problem as StartProblem).text.en).toContain('cannot start');
});

test('a data folder that cannot be written is said plainly', async () => {
  const notAFolder = join(dataFolder, 'file');
  await writeFile(notAFolder, '');
  await expect(openDataFolder(join(notAFolder, 'data'))).rejects.toThrow(StartProblem);
});

test('a folder in use is refused; one left by a process that is gone is taken over', async () => {
  await writeFile(join(dataFolder, 'claimed-by'), String(process.ppid));
  await expect(claimDataFolder(dataFolder)).rejects.toThrow(StartProblem);
  await writeFile(join(dataFolder, 'claimed-by'), '999999999');
  const release = await claimDataFolder(dataFolder);
  await release();
});

test('an engine left behind by a killed program is ended before the next one starts', async () => {
  const left = await start();
  const leftPid = left.processId();
  const next = await start();
  expect(() => process.kill(leftPid, 0)).toThrow();
  expect(next.processId()).not.toBe(leftPid);
});
