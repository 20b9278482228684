import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Tables } from '../../functions/persistence/tables.ts';

type Capacity = { readonly CapacityUnits?: number };

/** What requests through these tables cost, as the engine reckons it. */
export type Meter = { readonly tables: Tables; units: number; requests: number; reset(): void };

/** @param client of its own: every request through it is counted. */
export function meter(tables: Tables, client: DynamoDBDocumentClient): Meter {
  const counted: Meter = {
    tables: { ...tables, client },
    units: 0,
    requests: 0,
    reset: () => {
      counted.units = 0;
      counted.requests = 0;
    },
  };
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: Capacity | Capacity[] };
      const all = ConsumedCapacity === undefined ? [] : [ConsumedCapacity].flat();
      counted.units += all.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      counted.requests += 1;
      return result;
    },
    { step: 'initialize', name: 'meter' },
  );
  return counted;
}
