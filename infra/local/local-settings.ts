import type { EnvironmentKey } from '../../shared/deployment/environment.ts';
import { journalTable, registryTable } from '../../shared/storage/tables.ts';
import type { LocalKeys } from './local-keys.ts';
import type { Bucket } from './object-store/object-store.ts';

/** The portal as a client of the local issuer, and the API as what its tokens are for. */
export const localClient = {
  clientId: 'portal',
  audience: 'urn:factory-incentives:api',
  /** Of the API, in access tokens. */
  scope: 'api',
} as const;

export const localBuckets = [
  { name: 'documents', locked: false },
  { name: 'ledger', locked: true },
  { name: 'exports', locked: false },
] as const satisfies readonly Bucket[];

/** First line of every checkpoint of this machine's log. */
export const localOrigin = 'factory-incentives/local/journal';

export type LocalAddresses = {
  readonly portal: string;
  readonly issuer: string;
  readonly objectStore: string;
};

/** What the cloud's stacks write into the environment of functions; empty where this machine has no such thing. */
export const localSettings = (
  addresses: LocalAddresses,
  keys: LocalKeys,
): Readonly<Record<EnvironmentKey, string>> => ({
  REGISTRY_TABLE: registryTable.name,
  JOURNAL_TABLE: journalTable.name,
  DOCUMENTS_BUCKET: 'documents',
  LEDGER_BUCKET: 'ledger',
  SIGNING_KEY: `file:${keys.signingKeyFile}`,
  SIGNING_KEY_BEFORE: keys.signingKeyFileBefore === undefined ? '' : `file:${keys.signingKeyFileBefore}`,
  ISSUING_KEY: `file:${keys.issuingKeyFile}`,
  EXPORTS_BUCKET: 'exports',
  DATA_KEY: `file:${keys.dataKeyFile}`,
  EVENT_BUS: '',
  MAIL: 'outbox',
  SMTP_CREDENTIALS: '',
  SCAN_TAG: '',
  CLAIMS: '{}',
  ISSUER: addresses.issuer,
  CLIENT_ID: localClient.clientId,
  SCOPE: `openid ${localClient.scope}`,
  AUDIENCE: localClient.audience,
  PORTAL_ORIGIN: addresses.portal,
  LEDGER_ORIGIN: localOrigin,
  CONNECT_TO: addresses.objectStore,
});
