import type { Context } from 'aws-lambda';
import { composeSystem, storesOf } from '../compose.ts';
import { composeDataKey } from '../compose-data-key.ts';
import { composeExporter } from '../exports/compose-exporter.ts';
import type { ExporterSystem } from '../exports/exporter-system.ts';
import { runExporter } from '../exports/run-exporter.ts';

let made: ExporterSystem | undefined;

/** Time to leave things in order before the function is cut off. */
const reserveMs = 30_000;

export async function handler(_: unknown, context: Context): Promise<void> {
  const stores = storesOf(process.env);
  made ??= composeExporter(
    composeSystem(process.env, stores, composeDataKey(process.env, stores)),
    process.env,
    stores,
  );
  await runExporter(made, () => context.getRemainingTimeInMillis() < reserveMs);
}
