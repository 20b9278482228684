import { composeHttp, composeSystem, lambda, noDataKey } from '../compose.ts';
import { composeDocuments } from './compose-documents.ts';
import { createHandler } from './create-handler.ts';

export const handler = lambda((settings, stores) =>
  createHandler(
    composeDocuments(composeSystem(settings, stores, noDataKey), settings, stores),
    composeHttp(settings),
  ),
);
