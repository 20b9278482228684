import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { courseKeepingRoutes } from '../../shared/api/routes/courses.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { CoursePlan } from '../../shared/courses/course.ts';
import { text } from '../../shared/language/text.ts';
import { keepsPremisesOf } from '../../shared/premises/keeping.ts';
import { wrongInput } from '../../shared/workflow/input-checks.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { planWrite, readPlan } from '../persistence/courses.ts';
import { eventWrite } from '../persistence/journal.ts';
import { courseChain } from '../persistence/keys.ts';
import { commit } from '../persistence/transaction.ts';
import { nextEvent } from '../registers/change.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof courseKeepingRoutes.planCourse>;

/** Announces a course, which is an event of its own. Refuses with `outside-your-town`, `invalid-input`. */
export const coursePlanning =
  (system: System) =>
  ({ actor, body: { commandId, ...facts } }: Request): Promise<Outcome<CoursePlan>> =>
    untilSettled(async () => {
      const { tables } = system;
      const { town, startsOn } = facts;
      // Whoever keeps the town's registers plans its courses.
      if (!keepsPremisesOf(actor, town)) return refuse('outside-your-town');
      const before = await readPlan(tables, town, commandId);
      if (before !== undefined) return accept(before);
      if (startsOn < dateInShanghai(system.now())) {
        return wrongInput(
          '/startsOn',
          'date-out-of-range',
          text('开课日期不能早于今天。', 'A course begins today or later.'),
        );
      }
      const plan: CoursePlan = { id: commandId, ...facts };
      const change = { type: 'course-planned', commandId, data: facts };
      const event = nextEvent(system, actor, courseChain(town, commandId), undefined, change);
      const saved = await commit(tables, [planWrite(tables, plan), eventWrite(tables, event)]);
      return saved.ok ? accept(plan) : 'moved';
    });
