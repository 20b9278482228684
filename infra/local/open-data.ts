import { join } from 'node:path';
import type { AuditorSystem } from '../../functions/auditor/auditor-system.ts';
import { composeAuditor } from '../../functions/auditor/compose-auditor.ts';
import { composeSystem, systemNow } from '../../functions/compose.ts';
import { composeDataKey } from '../../functions/compose-data-key.ts';
import { composeSealer } from '../../functions/sealer/compose-sealer.ts';
import { lookBack } from '../../functions/sealer/run-sealer.ts';
import { type Cleanup, cleanup } from './cleanup.ts';
import { claimDataFolder, openDataFolder } from './data-folder.ts';
import { localKeys } from './local-keys.ts';
import { localSettings } from './local-settings.ts';
import { startStores } from './local-stores.ts';
import { ObjectFolder } from './object-store/object-folder.ts';

/** What a data folder holds, opened without anybody being served: for auditing it, and for tampering with it. */
export type OpenedData = {
  readonly system: AuditorSystem;
  /** The ledger's files as they lie on disk, past the lock that the store keeps on them. */
  readonly ledgerFiles: ObjectFolder;
  readonly seal: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** @throws StartProblem when a running system uses the folder, or it cannot be opened. */
export async function openData(dataFolder: string, now: () => string = systemNow): Promise<OpenedData> {
  const undo = cleanup();
  try {
    return await open(dataFolder, now, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function open(dataFolder: string, now: () => string, undo: Cleanup): Promise<OpenedData> {
  await openDataFolder(dataFolder);
  undo.add(await claimDataFolder(dataFolder));
  const keys = await localKeys(dataFolder);
  const stores = await startStores(
    {
      dataFolder,
      keys,
      others: {},
      objectStorePort: 0,
      allowsOrigin: () => false,
      onEngineTrouble: () => undefined,
    },
    undo,
  );
  const settings = localSettings({ portal: '', issuer: '', objectStore: stores.objectStoreEndpoint }, keys);
  const system = composeAuditor(
    composeSystem(settings, stores, composeDataKey(settings, stores), now),
    settings,
    stores,
  );
  undo.add(async () => system.tables.client.destroy());
  const seal = composeSealer(system, settings, stores, () => undefined);
  const objects = join(dataFolder, 'objects');
  return {
    system,
    ledgerFiles: new ObjectFolder(join(objects, settings.LEDGER_BUCKET), join(objects, '.incoming')),
    seal: () => seal(lookBack.onSchedule),
    close: () => undo.run(),
  };
}
