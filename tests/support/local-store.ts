import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, type PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach } from 'vitest';
import { type HttpServer, listen } from '../../infra/local/http-server.ts';
import { openObjectStore } from '../../infra/local/object-store/object-store.ts';

const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret', region: 'local' };
export const portal = 'http://127.0.0.1:8080';

/** A store of its own for each test, with the buckets `documents` and, locked, `ledger`. */
export function localStore() {
  const store = {
    folder: '',
    endpoint: '',
    clockOffsetMs: 0,
    client: new S3Client({}),
    clientWith: (secretAccessKey: string): S3Client =>
      new S3Client({
        endpoint: store.endpoint,
        region: 'local',
        forcePathStyle: true,
        maxAttempts: 1,
        credentials: { accessKeyId: credentials.accessKeyId, secretAccessKey },
        logger: { debug() {}, info() {}, warn() {}, error() {} },
      }),
    put: (
      Key: string,
      Body: NonNullable<PutObjectCommandInput['Body']>,
      more: Partial<PutObjectCommandInput> = {},
    ) => store.client.send(new PutObjectCommand({ Bucket: 'documents', Key, Body, ...more })),
    read: async (Key: string, Bucket = 'documents'): Promise<string> =>
      (await (await store.client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString()) ??
      '',
    /** What is on disk, whole or in the making. */
    files: async (): Promise<string[]> =>
      (await readdir(store.folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name),
    restart: async (): Promise<void> => {
      await server.stop();
      await start();
    },
  };
  let server: HttpServer;
  const start = async (): Promise<void> => {
    const { handle } = await openObjectStore({
      folder: store.folder,
      buckets: [
        { name: 'documents', locked: false },
        { name: 'ledger', locked: true },
      ],
      credentials,
      allowsOrigin: (origin) => origin === portal,
      maxBytes: 2_000_000,
      now: () => Date.now() + store.clockOffsetMs,
    });
    server = await listen(handle, 0);
    store.endpoint = `http://127.0.0.1:${server.port}`;
    store.client = store.clientWith(credentials.secretAccessKey);
  };

  beforeEach(async () => {
    store.clockOffsetMs = 0;
    store.folder = await mkdtemp(join(tmpdir(), 'store-'));
    await start();
  });
  afterEach(async () => {
    await server.stop();
    await rm(store.folder, { recursive: true, force: true });
  });
  return store;
}

/** The name of the error a call fails with. */
export const nameOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: Error) => error.name,
  );

/** The error code in the store's answer. */
export const codeOf = async (response: Response): Promise<string | undefined> =>
  /<Code>(.*?)<\/Code>/.exec(await response.text())?.[1];
