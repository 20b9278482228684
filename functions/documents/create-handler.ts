import { documentRoutes } from '../../shared/api/routes/documents.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import {
  confirmUpload,
  type DocumentsSystem,
  documentLink,
  removeDocument,
  requestUpload,
} from './handlers.ts';

export function createHandler(system: DocumentsSystem, options: HttpOptions): HttpFunction {
  const routes = documentRoutes;
  const endpoints = {
    requestUpload: endpoint(routes.requestUpload, requestUpload(system)),
    confirmUpload: endpoint(routes.confirmUpload, confirmUpload(system)),
    removeDocument: endpoint(routes.removeDocument, removeDocument(system)),
    documentLink: endpoint(routes.documentLink, documentLink(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
