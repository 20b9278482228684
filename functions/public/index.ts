import { composeHttp, composeSystem, lambda, noDataKey } from '../compose.ts';
import { createHandler } from './create-handler.ts';
import { signInSettings } from './portal-config.ts';

export const handler = lambda((settings, stores) =>
  createHandler(composeSystem(settings, stores, noDataKey), signInSettings(settings), composeHttp(settings)),
);
