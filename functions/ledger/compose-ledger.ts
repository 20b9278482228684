import { KMSClient } from '@aws-sdk/client-kms';
import type { Signer } from '../../shared/ledger/signed-note.ts';
import { issuerName } from '../../shared/ledger/trusted-keys.ts';
import { type Settings, setting } from '../compose.ts';
import { objectClient, type StoreAddresses } from '../persistence/clients.ts';
import { type LedgerStore, ledgerStore } from './ledger-store.ts';
import { type Signers, signerFromFile, signerFromKms, signerFromMac } from './signer.ts';

export const composeLedger = (settings: Settings, stores: StoreAddresses): LedgerStore =>
  ledgerStore(objectClient(stores), setting(settings, 'LEDGER_BUCKET'));

/**
 * Sign checkpoints in the name of the log: by `SIGNING_KEY`, and beside it by `SIGNING_KEY_BEFORE` while the log changes
 * its key.
 */
export async function composeSigners(settings: Settings, stores: StoreAddresses): Promise<Signers> {
  const name = setting(settings, 'LEDGER_ORIGIN');
  const [signer, before] = await Promise.all([
    signerBy(settings, 'SIGNING_KEY', name, stores),
    (settings.SIGNING_KEY_BEFORE ?? '') === ''
      ? undefined
      : signerBy(settings, 'SIGNING_KEY_BEFORE', name, stores),
  ]);
  return { signer, before };
}

/** Signs dossiers and exports, by `ISSUING_KEY`, under a name that no checkpoint of the log can bear. */
export const composeIssuer = (settings: Settings, stores: StoreAddresses): Promise<Signer> =>
  signerBy(settings, 'ISSUING_KEY', issuerName(setting(settings, 'LEDGER_ORIGIN')), stores);

/** The setting says `file:<path>`, `kms:<key ARN>` or `kms-derived:<key ARN>`. */
function signerBy(
  settings: Settings,
  keySetting: 'SIGNING_KEY' | 'SIGNING_KEY_BEFORE' | 'ISSUING_KEY',
  name: string,
  { region }: StoreAddresses,
): Promise<Signer> {
  const [kind, key = ''] = setting(settings, keySetting).split(/:(.*)/s);
  if (kind === 'file' && key) return signerFromFile(name, key);
  if (kind === 'kms' && key) return signerFromKms(name, new KMSClient({ region }), key);
  if (kind === 'kms-derived' && key) return signerFromMac(name, new KMSClient({ region }), key);
  throw new Error(`the setting ${keySetting} is neither file:… nor kms:… nor kms-derived:…`);
}
