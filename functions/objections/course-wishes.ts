import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { courseWishRoutes } from '../../shared/api/routes/courses.ts';
import type { CourseWishes } from '../../shared/courses/course.ts';
import type { AnonymousRequestOf } from '../http/endpoint.ts';
import { countWish } from '../persistence/courses.ts';
import { countVisit } from '../persistence/visits.ts';
import type { System } from '../system.ts';

type Request = AnonymousRequestOf<typeof courseWishRoutes.wishForCourse>;

/** Of one person in an hour, and of all who come through one address: a factory, a village office. */
const limits = { far: 5, near: 100 } as const;

/** Counts a wish. Refuses with `too-many-requests`. */
export const courseWishing =
  ({ tables, dataKey, now }: System) =>
  async ({ body, source }: Request): Promise<Outcome<CourseWishes>> => {
    const key = await dataKey();
    const at = now();
    for (const kind of ['far', 'near'] as const) {
      const who = key.keyedHash('address', source[kind]);
      if (!(await countVisit(tables, `course-wish-${kind}`, who, limits[kind], at))) {
        return refuse('too-many-requests');
      }
    }
    return accept(await countWish(tables, body, at));
  };
