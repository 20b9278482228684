import type { DynamoDBBatchResponse, DynamoDBStreamEvent, EventBridgeEvent } from 'aws-lambda';
import { composeSystem, noDataKey, storesOf } from '../compose.ts';
import { beginAnew } from '../decisions/index-decisions.ts';
import type { System } from '../system.ts';
import { composeSealer } from './compose-sealer.ts';
import { lookBack } from './run-sealer.ts';

/** Sent by hand: makes the index over decisions anew, while the standing one goes on serving. */
type Rebuild = { readonly rebuild: 'decisions' };

let made: { readonly system: System; readonly seal: ReturnType<typeof composeSealer> } | undefined;

function make() {
  const stores = storesOf(process.env);
  const system = composeSystem(process.env, stores, noDataKey);
  return { system, seal: composeSealer(system, process.env, stores) };
}

/** The stream only rings: what is to be sealed is read from the journal, so no record ever fails by itself. */
export async function handler(
  event: DynamoDBStreamEvent | EventBridgeEvent<string, unknown> | Rebuild,
): Promise<DynamoDBBatchResponse> {
  made ??= make();
  if ('rebuild' in event) await beginAnew(made.system);
  await made.seal('Records' in event ? lookBack.onDoorbell : lookBack.onSchedule);
  return { batchItemFailures: [] };
}
