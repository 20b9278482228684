import type { CaseSummaryDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { courseKeepingRoutes } from '../../shared/api/routes/courses.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { CoursePlan } from '../../shared/courses/course.ts';
import { text } from '../../shared/language/text.ts';
import { keepsPremisesOf } from '../../shared/premises/keeping.ts';
import { wrongInput } from '../../shared/workflow/input-checks.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { summaryOf } from '../cases/case-summary.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { planWrite, readCourseApplications, readPlan } from '../persistence/courses.ts';
import { headOf } from '../persistence/head.ts';
import { eventWrite } from '../persistence/journal.ts';
import { courseChain, headKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import { commit } from '../persistence/transaction.ts';
import { nextEvent } from '../registers/change.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof courseKeepingRoutes> = SignedInRequestOf<(typeof courseKeepingRoutes)[N]>;

/** Announces a course, which is an event of its own. Refuses with `outside-your-town`, `invalid-input`. */
export const coursePlanning =
  (system: System) =>
  ({ actor, body: { commandId, ...facts } }: Request<'planCourse'>): Promise<Outcome<CoursePlan>> =>
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

/** What came of a course of the caller's town, as far as it was handed in. Refuses with `outside-your-town`. */
export const courseApplications =
  (system: System) =>
  async ({ actor, params }: Request<'courseApplications'>): Promise<Outcome<{ items: CaseSummaryDto[] }>> => {
    const { tables } = system;
    if (!keepsPremisesOf(actor, params.town)) return refuse('outside-your-town');
    const caseIds = await readCourseApplications(tables, params);
    const heads = (await readItems(tables, caseIds.map(headKey))).map(headOf);
    const now = system.now();
    const calendar = await system.calendarAt(now);
    const items = await concurrently(heads, async ({ state, enterpriseName }) => {
      const { programme } = await pinnedProgramme(system, state.programme);
      // A factory of another town may have held it: that case is none of this town's.
      if (!mayOfficialSee(actor, state, programme)) return [];
      return [summaryOf({ ...state, enterpriseName }, programme, calendar, now)];
    });
    return accept({ items: items.flat() });
  };
