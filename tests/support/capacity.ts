import type { Tables } from '../../functions/persistence/tables.ts';

type Consumed = {
  readonly TableName?: string;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
  readonly CapacityUnits?: number;
};

export type Units = { requests: number; read: number; write: number };

/** Adds up what the engine says each request took, table and indexes together. */
export function meter({ client }: Tables) {
  const total: Units = { requests: 0, read: 0, write: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input: unknown = args.input;
        if (typeof input === 'object' && input !== null)
          Object.assign(input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        const output = result.output as { readonly ConsumedCapacity?: Consumed | Consumed[] };
        total.requests += 1;
        for (const one of [output.ConsumedCapacity ?? []].flat()) {
          const writes = /Put|Update|Delete|Write/.test(commandName);
          if (writes) total.write += one.WriteCapacityUnits ?? one.CapacityUnits ?? 0;
          else total.read += one.ReadCapacityUnits ?? one.CapacityUnits ?? 0;
        }
        return result;
      },
    { step: 'initialize', name: 'meter' },
  );
  return {
    /** What this took. */
    of: async (work: () => Promise<unknown>): Promise<Units> => {
      const before = { ...total };
      await work();
      return {
        requests: total.requests - before.requests,
        read: total.read - before.read,
        write: total.write - before.write,
      };
    },
  };
}
