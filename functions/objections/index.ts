import { composeHttp, composeSystem, lambda } from '../compose.ts';
import { composeDataKey } from '../compose-data-key.ts';
import { createHandler } from './create-handler.ts';

export const handler = lambda((settings, stores) =>
  createHandler(composeSystem(settings, stores, composeDataKey(settings, stores)), composeHttp(settings)),
);
