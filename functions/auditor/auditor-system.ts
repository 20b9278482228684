import type { Signer } from '../../shared/ledger/signed-note.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { System } from '../system.ts';

/** What the auditors' handlers work with besides: the sealed log, and the key under which files are issued. */
export type AuditorSystem = System & {
  readonly ledger: {
    /** Of every checkpoint of this log. */
    readonly origin: string;
    readonly store: LedgerStore;
  };
  /** Signs files, never checkpoints: whoever answers requests from outside must not be able to grow a log. */
  readonly issuer: () => Promise<Signer>;
};
