/** Every setting a function may read from its environment, and what it says. No other name is ever read. */
export const environment = {
  REGISTRY_TABLE: 'Name of the Registry table.',
  JOURNAL_TABLE: 'Name of the Journal table.',
  DOCUMENTS_BUCKET: 'Name of the bucket that holds uploaded documents.',
  LEDGER_BUCKET: 'Name of the bucket that holds sealed tiles and signed checkpoints.',
  SIGNING_KEY:
    'Signs checkpoints with Ed25519: `kms:<key ARN>`, `kms-derived:<key ARN>` (seed = HMAC of a fixed label under that key) or `file:<path>`.',
  SIGNING_KEY_BEFORE:
    'Signs checkpoints beside it while the log changes its key: the key before, in the same form; else empty.',
  ISSUING_KEY:
    'Signs dossiers and exports, never checkpoints: `kms:<key ARN>`, `kms-derived:<key ARN>` or `file:<path>`.',
  EXPORTS_BUCKET: 'Name of the bucket that holds exports until they expire.',
  DATA_KEY:
    'Wraps the root key under which personal data is sealed and hashed: `kms:<key ARN>` or `file:<path>`.',
  EVENT_BUS: 'Name of the bus on which other systems of the county hear about events.',
  MAIL: 'How mail leaves: `ses:<sender>`, `smtp://<host>:<port>?from=<sender>` or `outbox` (kept, shown, never sent).',
  SMTP_CREDENTIALS: 'ARN of the secret with `username` and `password`; empty without SMTP.',
  SCAN_TAG:
    'Object tag in which the malware scanner leaves `NO_THREATS_FOUND` or `THREATS_FOUND`; absent means not scanned yet.',
  CLAIMS: 'JSON: which token claim holds the id, name, roles, office and town of a person.',
  ISSUER: 'OIDC issuer at which people sign in.',
  CLIENT_ID: 'The portal’s client at that issuer.',
  SCOPE: 'Scopes the portal asks for.',
  AUDIENCE: 'Audience of the access tokens that the API accepts.',
  PORTAL_ORIGIN: 'Scheme and host of the portal, for links in messages.',
  LEDGER_ORIGIN: 'Origin line of every checkpoint: which journal it speaks for.',
  CONNECT_TO:
    'Origins that the portal’s pages may call besides their own, separated by spaces: the issuer and the document store.',
} as const;

export type EnvironmentKey = keyof typeof environment;
