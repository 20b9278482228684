import { createServer } from 'node:http';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectClient, tableClient } from '../../functions/persistence/clients.ts';

/** A store that takes every request and never says a word. */
let asked = 0;
const silent = createServer(() => {
  asked += 1;
});
let endpoint = '';
beforeAll(async () => {
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const address = silent.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

const addresses = () => ({
  region: 'local',
  dynamoDbEndpoint: endpoint,
  objectStoreEndpoint: endpoint,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

test.each([
  [
    'tables',
    () =>
      tableClient(addresses(), 50).send(new GetCommand({ TableName: 'Registry', Key: { pk: 'a', sk: 'b' } })),
  ],
  ['objects', () => objectClient(addresses(), 50).send(new ListObjectsV2Command({ Bucket: 'ledger' }))],
])('whoever asks a store of %s that never answers is told so after three tries', async (_, ask) => {
  asked = 0;
  await expect(ask()).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(asked).toBe(3);
});
