import type { Context } from 'aws-lambda';
import { composeSystem, storesOf } from '../compose.ts';
import { composeDataKey } from '../compose-data-key.ts';
import { logLine } from '../http/log.ts';
import { channelsIn } from '../messages/channels.ts';
import type { System } from '../system.ts';
import { runClock } from './run-clock.ts';

let made: System | undefined;

/** Time to finish what was begun before the function is cut off. */
const reserveMs = 30_000;

export async function handler(_: unknown, context: Context): Promise<void> {
  const stores = storesOf(process.env);
  made ??= composeSystem(process.env, stores, composeDataKey(process.env, stores));
  const mayGoOn = (): boolean => context.getRemainingTimeInMillis() > reserveMs;
  await runClock(made, { channels: channelsIn(process.env), log: logLine, mayGoOn });
}
