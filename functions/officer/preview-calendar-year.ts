import { accept } from '../../shared/api/errors.ts';
import { type calendarRoutes, mostMovesShown } from '../../shared/api/routes/calendar.ts';
import { checkPublishedYear } from '../../shared/calendar/check-published-year.ts';
import { workingCalendar } from '../../shared/calendar/working-calendar.ts';
import { offices } from '../../shared/identity/office.ts';
import { movedDueDate } from '../../shared/workflow/deciders/moving-due-date.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { AnswerOf, SignedInRequestOf } from '../http/endpoint.ts';
import { readCalendarYears } from '../persistence/calendar-shelf.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { headOf } from '../persistence/head.ts';
import { headKey } from '../persistence/keys.ts';
import { openCasesOf } from '../persistence/open-cases.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

type Route = typeof calendarRoutes.previewCalendarYear;
type Moves = Extract<Awaited<AnswerOf<Route>>, { ok: true }>['value']['moves'];

/**
 * What publishing would do. A promise can only move when a day up to its last one stops being a working day, so
 * only cases due after the first such day are read in full.
 */
export const previewCalendarYear =
  (system: Pick<System, 'tables' | 'programmes'>) =>
  async ({ body: year }: SignedInRequestOf<Route>): AnswerOf<Route> => {
    const { tables } = system;
    const [kept, ofOffices] = await Promise.all([
      readCalendarYears(tables),
      concurrently(offices, ({ id }) => openCasesOf(tables, id)),
    ]);
    const open = ofOffices.flat();
    const errors = [...checkPublishedYear(year)];
    const before = workingCalendar({ extraYears: kept });
    const calendar = workingCalendar({ extraYears: [...kept, year] });
    const firstLost = year.holidays.filter((day) => before.isWorkingDay(day)).sort()[0];
    const touched = firstLost === undefined ? [] : open.filter(({ due }) => due >= firstLost);
    const heads = await readItems(
      tables,
      touched.map(({ caseId }) => headKey(caseId)),
      { consistent: false },
    );
    const moves = await Promise.all(
      heads.map(headOf).map(async ({ state }): Promise<Moves> => {
        const { programme } = await pinnedProgramme(system, state.programme);
        const to = movedDueDate(state, { programme, calendar });
        if (to === undefined || !('due' in state) || state.due === undefined) return [];
        const stage = 'stage' in state ? programme.stages.find(({ id }) => id === state.stage) : undefined;
        const { caseId, status, due: from } = state;
        return [
          { caseId, programme: programme.title, ...(stage && { stage: stage.title }), status, from, to },
        ];
      }),
    );
    const moving = moves.flat().toSorted((a, b) => (a.to < b.to ? 1 : -1));
    return accept({
      errors,
      moves: moving.slice(0, mostMovesShown),
      moving: moving.length,
      open: open.length,
    });
  };
