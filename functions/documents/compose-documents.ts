import { type Settings, setting } from '../compose.ts';
import { objectClient, type StoreAddresses } from '../persistence/clients.ts';
import type { System } from '../system.ts';
import { objectStore } from './object-store.ts';
import type { DocumentsSystem } from './receive.ts';
import { signatureScanner, tagScanner } from './scanner.ts';

/** With a scanner beside the store where one is named, else with the signatures we know ourselves. */
export function composeDocuments(
  system: System,
  settings: Settings,
  stores: StoreAddresses,
): DocumentsSystem {
  const objects = objectStore(objectClient(stores), setting(settings, 'DOCUMENTS_BUCKET'));
  return {
    ...system,
    objects,
    scan: settings.SCAN_TAG ? tagScanner(objects, settings.SCAN_TAG) : signatureScanner,
  };
}
