import type { Context, DynamoDBBatchResponse } from 'aws-lambda';
import { composeSystem, noDataKey, storesOf } from '../compose.ts';
import { composeNotifier } from './compose-notifier.ts';
import type { NotifierSystem } from './notifier-system.ts';
import { runNotifier } from './run-notifier.ts';

let made: NotifierSystem | undefined;

/** Time to finish what was begun before the function is cut off. */
const reserveMs = 20_000;

/** Stream and schedule only ring: what is to be told is read from the journal, so no record ever fails by itself. */
export async function handler(_: unknown, context: Context): Promise<DynamoDBBatchResponse> {
  const stores = storesOf(process.env);
  made ??= composeNotifier(composeSystem(process.env, stores, noDataKey), process.env, stores);
  await runNotifier(made, () => context.getRemainingTimeInMillis() > reserveMs);
  return { batchItemFailures: [] };
}
