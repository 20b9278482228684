import type { Fault } from '../../shared/ledger/faults.ts';
import type { LogKey } from '../../shared/ledger/key-term.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { Tables } from '../persistence/tables.ts';

/** What is audited, and by which keys: those that the auditor holds, not those that lie beside the log. */
export type Audited = {
  readonly tables: Tables;
  readonly store: LedgerStore;
  readonly keys: readonly LogKey[];
};

/** Everything that is wrong, in the order found; the first so many are kept. */
export class Findings {
  readonly faults: Fault[] = [];
  #count = 0;
  readonly #most: number;

  constructor(most = 100) {
    this.#most = most;
  }

  add(fault: Fault | undefined): void {
    if (!fault) return;
    this.#count += 1;
    if (this.faults.length < this.#most) this.faults.push(fault);
  }

  get count(): number {
    return this.#count;
  }
}

export type AuditReport = {
  /** Entries of the log, and how many of their events are as they were sealed. */
  readonly entries: number;
  readonly sound: number;
  readonly cases: number;
  /** Events that wait to be sealed. */
  readonly unsealed: number;
  readonly faults: readonly Fault[];
  /** All of them, those beyond the list too. */
  readonly faultCount: number;
  /** The newest checkpoint as signed: to be kept, and handed to the next audit. */
  readonly checkpoint?: string;
};
