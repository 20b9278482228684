import { setImmediate as immediate } from 'node:timers/promises';
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * What can become of one request to the store. `refused`, `throttled` and `conflict`: it was not carried out.
 * `timeout after commit` and `connection cut`: it was, and nobody heard. The one on the wire is met by the
 * SDK's own retry, the others come after it has given up. `process killed`: it was, and nothing came after it.
 */
export const faults = [
  'refused before',
  'throttled',
  'conflict',
  'timeout after commit',
  'connection cut',
  'cut on the wire',
  'process killed',
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
  'process killed': () => cut('ECONNRESET'),
};

/** Where the fault struck: the kind of request, or nowhere, because there were not so many. */
export type Struck = { readonly command: string; readonly write: boolean } | undefined;

type Plan = { readonly nth: number; readonly of: 'requests' | 'writes'; readonly fault: Fault };

/** What the links we hand out say, and no request of ours does. */
const isSignedOnly = ({ input }: { readonly input: object }): boolean =>
  'ResponseContentDisposition' in input;

/** Stands between the SDK and the stores, and spoils one request at a time. */
export function storageFaults(clients: readonly (DynamoDBDocumentClient | S3Client)[]) {
  let plan: Plan | undefined;
  let counted = 0;
  let struck: Struck;

  /** Whether this request is the one, by its number since the plan was made. */
  const strikes = (command: string): Fault | undefined => {
    if (plan === undefined || struck !== undefined) return undefined;
    const write = isWrite(command);
    if (plan.of === 'requests' || write) counted += 1;
    if (counted !== plan.nth || (plan.of === 'writes' && !write)) return undefined;
    struck = { command, write };
    return plan.fault;
  };

  const underWay = new Set<Promise<unknown>>();
  /** What was asked at once with a request that failed is not waited for by whoever asked. */
  const allQuiet = async (): Promise<void> => {
    while (underWay.size > 0) {
      await Promise.allSettled(underWay);
      await immediate();
    }
  };

  for (const client of clients) {
    // Both have the same kind of stack, about other requests.
    const stack = client.middlewareStack as DynamoDBDocumentClient['middlewareStack'];
    stack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          if (isSignedOnly(args)) return next(args);
          if (plan?.fault.endsWith('on the wire')) return next(args);
          if (plan?.fault === 'process killed' && struck !== undefined) throw cut('ECONNRESET');
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
    stack.add(
      (next) => (args) => {
        const asked = next(args);
        underWay.add(asked);
        return asked.finally(() => underWay.delete(asked));
      },
      { step: 'initialize', priority: 'high', name: 'under-way' },
    );
    // Behind the SDK's retry, which comes early in the same step.
    stack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          const wired = plan?.fault.endsWith('on the wire') && !isSignedOnly(args);
          const fault = wired ? strikes(commandName) : undefined;
          const result = await next(args);
          const silence = fault && unheard[fault];
          if (silence) throw silence();
          return result;
        },
      { step: 'finalizeRequest', priority: 'low', name: 'wire-faults' },
    );
  }

  return {
    /** Spoils the nth request or write from now on, counting from 1, until the work has ended. */
    strike: async <T>(planned: Plan, work: () => Promise<T>): Promise<[PromiseSettledResult<T>, Struck]> => {
      plan = planned;
      counted = 0;
      struck = undefined;
      const [result] = await Promise.allSettled([work()]);
      await allQuiet();
      plan = undefined;
      return [result, struck];
    },
  };
}
