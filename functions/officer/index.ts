import { composeHttp, composeSystem, lambda, noDataKey } from '../compose.ts';
import { createHandler } from './create-handler.ts';

export const handler = lambda((settings, stores) =>
  createHandler(composeSystem(settings, stores, noDataKey), composeHttp(settings)),
);
