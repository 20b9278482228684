import { courseWishRoutes } from '../../shared/api/routes/courses.ts';
import { objectionRoutes } from '../../shared/api/routes/notices.ts';
import { type Endpoint, publicEndpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import type { System } from '../system.ts';
import { courseWishing } from './course-wishes.ts';
import { objectionFiling, objectionStatus } from './handlers.ts';

export function createHandler(system: System, options: HttpOptions): HttpFunction {
  const routes = { ...objectionRoutes, ...courseWishRoutes };
  const endpoints = {
    fileObjection: publicEndpoint(routes.fileObjection, objectionFiling(system)),
    wishForCourse: publicEndpoint(routes.wishForCourse, courseWishing(system)),
    objectionStatus: publicEndpoint(routes.objectionStatus, objectionStatus(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
