import type { Tables } from '../../functions/persistence/tables.ts';

/** Notes every item that the store was made to change, by its key. */
export function watchedWrites({ client }: Tables) {
  let keys: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const result = await next(args);
        if (/Put|Update|Delete|Write/.test(commandName)) keys.push(...keysIn(args.input));
        return result;
      },
    { step: 'initialize', name: 'watched-writes' },
  );
  return {
    /** What changed while this ran. */
    during: async <T>(work: () => Promise<T>): Promise<[T, readonly string[]]> => {
      keys = [];
      const result = await work();
      return [result, keys];
    },
  };
}

/** Partition keys anywhere in a request, marshalled or not; those that are only checked are none. */
function keysIn(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => {
    if (name === 'ConditionCheck') return [];
    if (name === 'pk') return [typeof value === 'string' ? value : JSON.stringify(value)];
    return keysIn(value);
  });
}
