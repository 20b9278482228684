import type { DynamoDBBatchResponse, DynamoDBStreamEvent, EventBridgeEvent } from 'aws-lambda';
import { composeSystem, noDataKey, storesOf } from '../compose.ts';
import { composeSealer } from './compose-sealer.ts';
import { lookBack } from './run-sealer.ts';

let made: ReturnType<typeof composeSealer> | undefined;

/** The stream only rings: what is to be sealed is read from the journal, so no record ever fails by itself. */
export async function handler(
  event: DynamoDBStreamEvent | EventBridgeEvent<string, unknown>,
): Promise<DynamoDBBatchResponse> {
  const stores = storesOf(process.env);
  made ??= composeSealer(composeSystem(process.env, stores, noDataKey), process.env, stores);
  await made('Records' in event ? lookBack.onDoorbell : lookBack.onSchedule);
  return { batchItemFailures: [] };
}
