import { composeHttp, composeSystem, lambda, noDataKey } from '../compose.ts';
import { composeAuditor } from './compose-auditor.ts';
import { createHandler } from './create-handler.ts';

export const handler = lambda((settings, stores) =>
  createHandler(
    composeAuditor(composeSystem(settings, stores, noDataKey), settings, stores),
    composeHttp(settings),
  ),
);
