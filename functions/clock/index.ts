import type { Context } from 'aws-lambda';
import { composeSystem, setting, storesOf } from '../compose.ts';
import { composeDataKey } from '../compose-data-key.ts';
import { objectRemoval, type RemoveObject } from '../documents/object-removal.ts';
import { logLine } from '../http/log.ts';
import { channelsIn } from '../messages/channels.ts';
import { objectClient } from '../persistence/clients.ts';
import type { System } from '../system.ts';
import { runClock } from './run-clock.ts';

let made: { readonly system: System; readonly removeObject: RemoveObject } | undefined;

/** Time to finish what was begun before the function is cut off. */
const reserveMs = 30_000;

export async function handler(_: unknown, context: Context): Promise<void> {
  const stores = storesOf(process.env);
  made ??= {
    system: composeSystem(process.env, stores, composeDataKey(process.env, stores)),
    removeObject: objectRemoval(objectClient(stores), setting(process.env, 'DOCUMENTS_BUCKET')),
  };
  const { system, removeObject } = made;
  const mayGoOn = (): boolean => context.getRemainingTimeInMillis() > reserveMs;
  const channels = channelsIn(process.env);
  await runClock(system, { channels, removeObject, log: logLine, mayGoOn });
}
