import { documentRoutes } from '../../shared/api/routes/documents.ts';
import { premisesPhotoRoutes } from '../../shared/api/routes/premises.ts';
import { type Endpoint, endpoint, publicEndpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import { discardDraft } from './discard-draft.ts';
import { confirmUpload, documentLink, removeDocument, requestUpload } from './handlers.ts';
import { confirmPhotoUpload, photoLink, requestPhotoUpload } from './photo-handlers.ts';
import type { DocumentsSystem } from './receive.ts';

export function createHandler(system: DocumentsSystem, options: HttpOptions): HttpFunction {
  const routes = { ...documentRoutes, ...premisesPhotoRoutes };
  const endpoints = {
    requestUpload: endpoint(routes.requestUpload, requestUpload(system)),
    confirmUpload: endpoint(routes.confirmUpload, confirmUpload(system)),
    removeDocument: endpoint(routes.removeDocument, removeDocument(system)),
    discardDraft: endpoint(routes.discardDraft, discardDraft(system)),
    documentLink: endpoint(routes.documentLink, documentLink(system)),
    requestPhotoUpload: endpoint(routes.requestPhotoUpload, requestPhotoUpload(system)),
    confirmPhotoUpload: endpoint(routes.confirmPhotoUpload, confirmPhotoUpload(system)),
    photoLink: publicEndpoint(routes.photoLink, photoLink(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
