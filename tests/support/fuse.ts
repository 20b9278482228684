import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LedgerStore } from '../../functions/ledger/ledger-store.ts';
import type { Tables } from '../../functions/persistence/tables.ts';

export class Crash extends Error {}

/** Lets so many writes pass and answers none behind them. The answer to the last one is lost. */
export class Fuse {
  writes = 0;
  readonly #most: number;
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }
  async write<T>(act: () => Promise<T>): Promise<T> {
    this.writes += 1;
    if (this.writes > this.#most) throw new Crash('the machine is off');
    const result = await act();
    if (this.writes === this.#most) throw new Crash('crashed after the write');
    return result;
  }
}

/** @param client of its own. */
export function tablesThrough(fuse: Fuse, tables: Tables, client: DynamoDBDocumentClient): Tables {
  client.middlewareStack.add(
    (next, context) => (args) =>
      /Write|Put|Update|Delete/.test(context.commandName ?? '') ? fuse.write(() => next(args)) : next(args),
    { step: 'initialize', name: 'fuse' },
  );
  return { ...tables, client };
}

export const ledgerThrough = (fuse: Fuse, ledger: LedgerStore): LedgerStore => ({
  ...ledger,
  create: (path, bytes) => fuse.write(() => ledger.create(path, bytes)),
});
