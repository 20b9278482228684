import type { LedgerStore } from '../../../functions/ledger/ledger-store.ts';
import type { Tables } from '../../../functions/persistence/tables.ts';
import type { Text } from '../../../shared/language/text.ts';
import type { Signer } from '../../../shared/ledger/signed-note.ts';
import type { ObjectFolder } from '../object-store/object-folder.ts';

/** What somebody with full access to tables and files has in hand. */
export type Target = {
  readonly tables: Tables;
  /** For reading the ledger; for writing there are only its files. */
  readonly store: LedgerStore;
  readonly ledgerFiles: ObjectFolder;
  /** The log's own key, for who has stolen it. */
  readonly signer: Signer;
  /** A case that was approved. */
  readonly caseId: string;
};

/** A way to falsify history, done past every rule of the system: straight in the database and on the disk. */
export type Tampering = {
  readonly id: string;
  readonly title: Text;
  readonly act: (target: Target) => Promise<void>;
  /** The case that gives it away, where it is another than the one approved. */
  readonly looksAt?: string;
};
