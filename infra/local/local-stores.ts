import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { StoreAddresses } from '../../functions/persistence/clients.ts';
import { tableDeclarations } from '../../shared/storage/tables.ts';
import type { Cleanup } from './cleanup.ts';
import { createTables } from './create-tables.ts';
import { startEngine } from './engine.ts';
import { listen } from './http-server.ts';
import type { LocalKeys } from './local-keys.ts';
import { localBuckets } from './local-settings.ts';
import { openObjectStore } from './object-store/object-store.ts';
import { PortTaken } from './start-problem.ts';

/** Stores to use in place of our own: any that speak DynamoDB or S3. Tables are made there, buckets must exist. */
export type OtherStores = Partial<Omit<StoreAddresses, 'region'>> & { readonly region?: string };

export type LocalStoresOptions = {
  readonly dataFolder: string;
  readonly keys: LocalKeys;
  readonly others: OtherStores;
  /** The one the browser talks to; another is taken when it is not free. 0: any. */
  readonly objectStorePort: number;
  readonly allowsOrigin: (origin: string) => boolean;
  readonly onEngineTrouble: (what: 'restarted' | 'given-up') => void;
};

/** Starts the engine and the object store, or takes the ones that are given, and makes the tables. */
export async function startStores(
  options: LocalStoresOptions,
  undo: Cleanup,
): Promise<StoreAddresses & { readonly objectStoreEndpoint: string }> {
  const { keys, others } = options;
  const [dynamoDbEndpoint, objectStoreEndpoint] = await Promise.all([
    others.dynamoDbEndpoint ?? startTables(options, undo),
    others.objectStoreEndpoint ?? startObjects(options, undo),
  ]);
  const credentials = others.credentials ?? keys.store;
  const region = others.region ?? keys.store.region;
  // A copy: the SDK notes in the object where it came from.
  const client = new DynamoDBClient({ endpoint: dynamoDbEndpoint, region, credentials: { ...credentials } });
  await createTables(client, tableDeclarations);
  client.destroy();
  return { region, dynamoDbEndpoint, objectStoreEndpoint, credentials };
}

async function startTables(
  { dataFolder, onEngineTrouble }: LocalStoresOptions,
  undo: Cleanup,
): Promise<string> {
  const engine = await startEngine({ dataFolder, onTrouble: onEngineTrouble });
  undo.add(engine.stop);
  return engine.endpoint;
}

async function startObjects(options: LocalStoresOptions, undo: Cleanup): Promise<string> {
  const folder = join(options.dataFolder, 'objects');
  await mkdir(folder, { recursive: true });
  const store = await openObjectStore({
    folder,
    buckets: localBuckets,
    credentials: options.keys.store,
    allowsOrigin: options.allowsOrigin,
  });
  const server = await listen(store.handle, options.objectStorePort).catch((error: unknown) => {
    if (error instanceof PortTaken) return listen(store.handle, 0);
    throw error;
  });
  undo.add(server.stop);
  return `http://127.0.0.1:${server.port}`;
}
