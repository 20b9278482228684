import type { EnvironmentKey } from './environment.ts';

/**
 * What a function may be allowed to do, by name, with the settings it needs to do it. There is
 * deliberately no grant to change or remove anything in the Journal or the ledger.
 */
export const grants = {
  'registry:read': ['REGISTRY_TABLE'],
  /** Put, update, delete and check conditions. */
  'registry:write': ['REGISTRY_TABLE'],
  /** Put, and only what says where the log holds each event, and the index over decisions. */
  'seal-register:write': ['REGISTRY_TABLE'],
  'journal:read': ['JOURNAL_TABLE'],
  /** Go through the keys of all events, to find where the Journal begins. */
  'journal:scan': ['JOURNAL_TABLE'],
  /** Put only; every put carries the condition that the event is absent. */
  'journal:append': ['JOURNAL_TABLE'],
  /** Read and delete documents, read their scan verdict, and sign upload forms and links. */
  'documents:use': ['DOCUMENTS_BUCKET', 'SCAN_TAG'],
  /** Delete files of drafts whose time is over; neither read nor write one. */
  'documents:remove': ['DOCUMENTS_BUCKET'],
  'ledger:read': ['LEDGER_BUCKET', 'LEDGER_ORIGIN'],
  /** Put only; object lock keeps every version. */
  'ledger:append': ['LEDGER_BUCKET', 'LEDGER_ORIGIN'],
  'checkpoint:sign': ['SIGNING_KEY', 'SIGNING_KEY_BEFORE'],
  /** Sign dossiers and exports. */
  'files:issue': ['ISSUING_KEY', 'LEDGER_ORIGIN'],
  /** Write exports, see how far they are, and sign links to them. */
  'exports:use': ['EXPORTS_BUCKET'],
  /** Unwrap, and once make, the root key under which personal data is sealed and hashed. */
  'personal-data:unseal': ['DATA_KEY'],
  'mail:send': ['MAIL', 'SMTP_CREDENTIALS'],
  'bus:publish': ['EVENT_BUS'],
} as const satisfies Record<string, readonly EnvironmentKey[]>;

export type Grant = keyof typeof grants;
