import { auditorRoutes } from '../../shared/api/routes/auditor.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import type { System } from '../system.ts';
import { listDecisions } from './list-decisions.ts';

export function createHandler(system: System, options: HttpOptions): HttpFunction {
  const routes = auditorRoutes;
  const endpoints = {
    listDecisions: endpoint(routes.listDecisions, listDecisions(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
