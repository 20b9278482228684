import { composeHttp, composeSystem, lambda } from '../compose.ts';
import { composeDataKey } from '../compose-data-key.ts';
import { composeExporter } from '../exports/compose-exporter.ts';
import { createHandler } from './create-handler.ts';

export const handler = lambda((settings, stores) =>
  createHandler(
    composeExporter(composeSystem(settings, stores, composeDataKey(settings, stores)), settings, stores),
    composeHttp(settings),
  ),
);
