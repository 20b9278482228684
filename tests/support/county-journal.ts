import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type LedgerStore, ledgerStore } from '../../functions/ledger/ledger-store.ts';
import { objectClient, tableClient } from '../../functions/persistence/clients.ts';
import { eventWrite } from '../../functions/persistence/journal.ts';
import { journalPartition } from '../../functions/persistence/keys.ts';
import type { Tables } from '../../functions/persistence/tables.ts';
import { commit } from '../../functions/persistence/transaction.ts';
import { createTables } from '../../infra/local/create-tables.ts';
import { startEngine } from '../../infra/local/engine.ts';
import { listen } from '../../infra/local/http-server.ts';
import { openObjectStore } from '../../infra/local/object-store/object-store.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { journalTable, registryTable } from '../../shared/storage/tables.ts';
import { newDataFolder } from './data-folder.ts';

const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret', region: 'local' };

/** Journal, registry and ledger of a county: the real engine and the real object store. */
export async function startStores() {
  const folder = await newDataFolder('journal');
  const engine = await startEngine({ dataFolder: folder });
  const store = await openObjectStore({
    folder: join(folder, 'objects'),
    buckets: [{ name: 'ledger', locked: true }],
    credentials,
    allowsOrigin: () => true,
  });
  const server = await listen(store.handle, 0);
  const addresses = {
    region: 'local',
    dynamoDbEndpoint: engine.endpoint,
    objectStoreEndpoint: `http://127.0.0.1:${server.port}`,
    credentials,
  };
  const clients: { destroy(): void }[] = [];
  const keep = <C extends S3Client | DynamoDBDocumentClient>(client: C): C => {
    clients.push(client);
    return client;
  };
  const base = keep(tableClient(addresses));

  return {
    /** A county of its own on the same engine; what one writes, the others do not see. */
    county: async (name: string): Promise<County> => {
      const tables: Tables = { client: base, registry: `Registry-${name}`, journal: `Journal-${name}` };
      await createTables(base, [
        { ...registryTable, name: tables.registry },
        { ...journalTable, name: tables.journal },
      ]);
      return { tables, ledger: within(ledgerStore(keep(objectClient(addresses)), 'ledger'), `${name}/`) };
    },
    /** A client that nobody else uses. */
    tableClient: () => keep(tableClient(addresses)),
    stop: async () => {
      for (const client of clients) client.destroy();
      await Promise.all([engine.stop(), server.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type TestStores = Awaited<ReturnType<typeof startStores>>;
export type County = { readonly tables: Tables; readonly ledger: LedgerStore };

/** A part of the bucket as if it were the whole. */
const within = (store: LedgerStore, prefix: string): LedgerStore => ({
  read: (path) => store.read(prefix + path),
  create: (path, bytes) => store.create(prefix + path, bytes),
  first: async (start) => (await store.first(prefix + start))?.slice(prefix.length),
  list: async (start) => (await store.list(prefix + start)).map((path) => path.slice(prefix.length)),
});

/** Puts events into the journal, many in one transaction: the engine writes to disk once for each. */
export async function commitEvents(tables: Tables, events: readonly JournalEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += 100) {
    const writes = events.slice(from, from + 100).map((event) => eventWrite(tables, event));
    const committed = await commit(tables, writes);
    if (!committed.ok) throw new Error('one of the events is there already');
  }
}

export const journalKeyOf = ({ caseId, seq }: { caseId: string; seq: number }) => ({
  pk: journalPartition(caseId),
  seq,
});
