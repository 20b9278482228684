import { accept } from '../../shared/api/errors.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { courseMenuRoutes } from '../../shared/api/routes/courses.ts';
import { noticeRoutes } from '../../shared/api/routes/notices.ts';
import { premisesRoutes } from '../../shared/api/routes/premises.ts';
import { publicRoutes } from '../../shared/api/routes/public.ts';
import { routeList } from '../../shared/api/routes.ts';
import { type Endpoint, publicEndpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import type { System } from '../system.ts';
import { apiPage } from './api-page.ts';
import { courseMenu } from './course-menu.ts';
import { getNotice, listNotices } from './notice-handlers.ts';
import { portalConfig, type SignInSettings } from './portal-config.ts';
import { getPremises, listPremises } from './premises-handlers.ts';
import { checkEligibility, getProgramme, listProgrammes } from './programme-handlers.ts';

/** Made when it is first asked for, and never again: it follows from the code alone. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
const description = once(() => openApiDocument(routeList));
const page = once(() => apiPage(routeList));

export function createHandler(system: System, signIn: SignInSettings, options: HttpOptions): HttpFunction {
  const routes = { ...publicRoutes, ...premisesRoutes, ...noticeRoutes, ...courseMenuRoutes };
  const endpoints = {
    health: publicEndpoint(routes.health, async () => accept({ status: 'ok' })),
    openapi: publicEndpoint(routes.openapi, async () => accept(description())),
    docs: publicEndpoint(routes.docs, async () => accept(page())),
    portalConfig: publicEndpoint(routes.portalConfig, portalConfig(signIn)),
    listProgrammes: publicEndpoint(routes.listProgrammes, listProgrammes(system)),
    getProgramme: publicEndpoint(routes.getProgramme, getProgramme(system)),
    checkEligibility: publicEndpoint(routes.checkEligibility, checkEligibility(system)),
    listPremises: publicEndpoint(routes.listPremises, listPremises(system)),
    getPremises: publicEndpoint(routes.getPremises, getPremises(system)),
    listNotices: publicEndpoint(routes.listNotices, listNotices(system)),
    courseMenu: publicEndpoint(routes.courseMenu, courseMenu(system)),
    getNotice: publicEndpoint(routes.getNotice, getNotice(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
