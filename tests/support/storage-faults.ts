import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import type { Tables } from '../../functions/persistence/tables.ts';

/**
 * What can become of one request to the store. `refused`, `throttled` and `conflict`: it was not carried out.
 * `timeout after commit` and `connection cut`: it was, and nobody heard. The one on the wire is met by the
 * SDK's own retry, the others come after it has given up.
 */
export const faults = [
  'refused before',
  'throttled',
  'conflict',
  'timeout after commit',
  'connection cut',
  'cut on the wire',
] as const;
export type Fault = (typeof faults)[number];

const named = (name: string): Error => Object.assign(new Error(name), { name });
const cut = (code: string): Error => Object.assign(new Error(code), { code });

const isWrite = (command: string): boolean => /Put|Update|Delete|Write/.test(command);

function notCarriedOut(fault: Fault, command: string): Error | undefined {
  const cancelled = (Code: string) =>
    new TransactionCanceledException({ $metadata: {}, message: Code, CancellationReasons: [{ Code }] });
  switch (fault) {
    case 'refused before':
      return cut('ECONNREFUSED');
    case 'throttled':
      return command === 'TransactWriteItemsCommand'
        ? cancelled('ThrottlingError')
        : named('ProvisionedThroughputExceededException');
    case 'conflict':
      // A strongly consistent read waits for nobody.
      if (!isWrite(command)) return undefined;
      return command === 'TransactWriteItemsCommand'
        ? cancelled('TransactionConflict')
        : new TransactionConflictException({ $metadata: {}, message: 'conflict' });
    default:
      return undefined;
  }
}

const unheard: Partial<Record<Fault, () => Error>> = {
  'timeout after commit': () => named('TimeoutError'),
  'connection cut': () => cut('ECONNRESET'),
  'cut on the wire': () => cut('ECONNRESET'),
};

/** Where the fault struck: the kind of request, or nowhere, because there were not so many. */
export type Struck = { readonly command: string; readonly write: boolean } | undefined;

/** Stands between the SDK and the engine, and spoils one request at a time. */
export function storageFaults({ client }: Tables) {
  let plan: { readonly nth: number; readonly fault: Fault } | undefined;
  let counted = 0;
  let struck: Struck;

  /** Whether this request is the one, by its number since the plan was made. */
  const strikes = (command: string): Fault | undefined => {
    if (plan === undefined || struck !== undefined || counted !== plan.nth) return undefined;
    struck = { command, write: isWrite(command) };
    return plan.fault;
  };

  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        counted += 1;
        if (plan?.fault.endsWith('on the wire')) return next(args);
        const fault = strikes(commandName);
        if (fault === undefined) return next(args);
        const refusal = notCarriedOut(fault, commandName);
        if (refusal) throw refusal;
        const result = await next(args);
        const silence = unheard[fault];
        if (silence) throw silence();
        return result;
      },
    { step: 'initialize', name: 'storage-faults' },
  );
  // Behind the SDK's retry, which comes early in the same step.
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const fault = plan?.fault.endsWith('on the wire') ? strikes(commandName) : undefined;
        const result = await next(args);
        const silence = fault && unheard[fault];
        if (silence) throw silence();
        return result;
      },
    { step: 'finalizeRequest', priority: 'low', name: 'wire-faults' },
  );

  return {
    /** Spoils the nth request from now on, counting from 1, until the work has ended. */
    strike: async <T>(
      nth: number,
      fault: Fault,
      work: () => Promise<T>,
    ): Promise<[PromiseSettledResult<T>, Struck]> => {
      plan = { nth, fault };
      counted = 0;
      struck = undefined;
      const [result] = await Promise.allSettled([work()]);
      plan = undefined;
      return [result, struck];
    },
  };
}
