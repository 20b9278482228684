import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { courseMenuRoutes } from '../../shared/api/routes/courses.ts';
import { addMonths, yearOf } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { CoursePlan, CourseWishes } from '../../shared/courses/course.ts';
import { asksForCourse } from '../../shared/forms/prefill.ts';
import type { Text } from '../../shared/language/text.ts';
import { occupations } from '../../shared/programmes/county/common/occupations.ts';
import type { RequestOf } from '../http/endpoint.ts';
import { readPlans, readWishes } from '../persistence/courses.ts';
import type { System } from '../system.ts';
import { inForce } from './programme-handlers.ts';

type Menu = {
  occupations: { value: string; label: Text }[];
  wishes: CourseWishes[];
  plans: CoursePlan[];
  held: CoursePlan[];
  programme?: string;
};

/** What a town offers and wants this year, and the courses for which a subsidy may still be asked. */
export const courseMenu =
  (system: System) =>
  async ({ query: { town } }: RequestOf<typeof courseMenuRoutes.courseMenu>): Promise<Outcome<Menu>> => {
    const { tables } = system;
    const today = dateInShanghai(system.now());
    const [wishes, plans, programmes] = await Promise.all([
      readWishes(tables, town, yearOf(today)),
      readPlans(tables, town),
      inForce(system),
    ]);
    const paying = programmes.find(({ programme }) => asksForCourse(programme.form));
    const inOrder = plans.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
    const aYearAgo = addMonths(today, -12);
    return accept({
      occupations: [...occupations],
      wishes,
      plans: inOrder.filter(({ startsOn }) => startsOn > today),
      held: inOrder.filter(({ startsOn }) => startsOn <= today && startsOn > aYearAgo).toReversed(),
      ...(paying && { programme: paying.programme.id }),
    });
  };
