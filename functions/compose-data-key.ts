import { KMSClient } from '@aws-sdk/client-kms';
import { type Settings, setting } from './compose.ts';
import type { StoreAddresses } from './persistence/clients.ts';
import type { DataKey } from './persistence/data-key.ts';
import { dataKeyFromFile, dataKeyFromKms } from './persistence/data-key-source.ts';
import type { Tables } from './persistence/tables.ts';

/** `DATA_KEY`: `file:<path>` or `kms:<key ARN>`. Apart from compose.ts, so that only those who unseal carry KMS. */
export const composeDataKey =
  (settings: Settings, { region }: StoreAddresses) =>
  (tables: Tables): Promise<DataKey> => {
    const [kind, name] = setting(settings, 'DATA_KEY').split(/:(.*)/s);
    if (kind === 'file' && name) return dataKeyFromFile(name);
    if (kind === 'kms' && name)
      return dataKeyFromKms(new KMSClient({ region }), name, tables.client, tables.registry);
    throw new Error('the setting DATA_KEY is neither file:… nor kms:…');
  };
