import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Refusal } from '../../shared/api/errors.ts';
import { answering, StorageUnavailable } from './storage-unavailable.ts';
import type { Tables } from './tables.ts';

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What stands where a condition failed, in DynamoDB's own notation. */
export type Standing = Readonly<
  Record<string, { readonly S?: string; readonly N?: string; readonly SS?: readonly string[] }>
>;

/** `moved`: something the decision rested on has changed, so load and decide again. */
export type Failure =
  | { readonly kind: 'moved' }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** Roster rows it is about: a roster is spread over several items, each of which knows its own only. */
      readonly rows?: readonly string[];
    };

/** A write with its condition, and what it means when the condition does not hold. */
export type ConditionalWrite = {
  readonly action: Action;
  readonly failure: (standing: Standing | undefined) => Failure;
};

export const moved: Failure = { kind: 'moved' };
export const refused = (refusal: Refusal, rows?: readonly string[]): Failure => ({
  kind: 'refused',
  refusal,
  ...(rows && { rows }),
});

export type Committed = { readonly ok: true } | { readonly ok: false; readonly failures: readonly Failure[] };

/** Another transaction held one of the items for an instant; so did throttling. */
const passing: ReadonlySet<string> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);
/** The same, said to a single write. */
const isHeld = (error: unknown): boolean =>
  error instanceof StorageUnavailable && error.cause instanceof TransactionConflictException;
const attempts = 6;

/**
 * All writes or none. Failed conditions come back in the order of the writes.
 * @throws {StorageUnavailable} when the store stays busy or cannot be reached.
 */
export async function commit(tables: Tables, writes: readonly ConditionalWrite[]): Promise<Committed> {
  const [only] = writes;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await answering(only && writes.length === 1 ? send(tables, only) : sendAll(tables, writes));
      return { ok: true };
    } catch (error) {
      if (only && error instanceof ConditionalCheckFailedException) {
        return { ok: false, failures: [only.failure(error.Item)] };
      }
      if (!isHeld(error)) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons ?? [];
        const failures = writes.flatMap((write, index) =>
          reasons[index]?.Code === 'ConditionalCheckFailed' ? [write.failure(reasons[index]?.Item)] : [],
        );
        if (failures.length > 0) return { ok: false, failures };
        if (!reasons.some(({ Code }) => passing.has(Code ?? ''))) throw error;
      }
      if (attempt === attempts) throw new StorageUnavailable(error);
      await pause(attempt);
    }
  }
}

const sendAll = ({ client }: Tables, writes: readonly ConditionalWrite[]): Promise<unknown> =>
  client.send(new TransactWriteCommand({ TransactItems: writes.map(({ action }) => action) }));

/** A single write needs no transaction, which would cost twice as much. */
function send(tables: Tables, write: ConditionalWrite): Promise<unknown> {
  const { Put, Update, Delete } = write.action;
  if (Put) return tables.client.send(new PutCommand(Put));
  if (Update) return tables.client.send(new UpdateCommand({ ...Update, ReturnValues: 'NONE' }));
  if (Delete) return tables.client.send(new DeleteCommand(Delete));
  return sendAll(tables, [write]);
}

/** Full jitter, so that two who collided do not collide again. At most 25 · 2^attempt ms. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** attempt));
