import { composeHttp, composeSystem, lambda, noDataKey } from '../compose.ts';
import { composeExporter } from '../exports/compose-exporter.ts';
import { createHandler } from './create-handler.ts';

export const handler = lambda((settings, stores) =>
  createHandler(
    composeExporter(composeSystem(settings, stores, noDataKey), settings, stores),
    composeHttp(settings),
  ),
);
