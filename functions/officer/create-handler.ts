import { officerRoutes } from '../../shared/api/routes/officer.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import type { System } from '../system.ts';
import { checkDocument, listProgrammeVersions, publishProgramme } from './programme-handlers.ts';

export function createHandler(system: System, options: HttpOptions): HttpFunction {
  const routes = officerRoutes;
  const endpoints = {
    checkProgramme: endpoint(routes.checkProgramme, checkDocument),
    publishProgramme: endpoint(routes.publishProgramme, publishProgramme(system)),
    listProgrammeVersions: endpoint(routes.listProgrammeVersions, listProgrammeVersions(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
