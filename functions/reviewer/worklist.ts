import type * as z from 'zod';
import type { CaseSummaryDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { reviewerRoutes } from '../../shared/api/routes/reviewer.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { summaryOf } from '../cases/case-summary.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { cursorOf, placeOf } from '../persistence/cursor.ts';
import { isOverdue, type OpenCase, openCasesOf, PlaceSchema } from '../persistence/open-cases.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof reviewerRoutes.worklist>;
type Query = Request['query'];
type Counts = Record<'all' | 'mine' | 'unclaimed' | 'returned' | 'late', number>;
type Page = { items: CaseSummaryDto[]; next?: string; counts: Counts };

const pageSize = 50;

/** The open cases of the caller's office, those that are due first in front. */
export const worklist =
  (system: System) =>
  async ({ actor, query }: Request): Promise<Outcome<Page>> => {
    if (actor.office === undefined) return refuse('not-permitted');
    const place = placeOf(PlaceSchema, query.cursor);
    if (!place.ok) return place;
    const now = system.now();
    const today = dateInShanghai(now);
    const open = (await openCasesOf(system.tables, actor.office)).filter(
      ({ town }) => actor.town === undefined || actor.town === town,
    );
    const wanted = open.filter((row) => isAfter(row, place.value) && isWanted(row, query, actor, today));
    const page = wanted.slice(0, pageSize);
    const calendar = await system.calendarAt(now);
    const items = await Promise.all(
      page.map(async (row) => {
        const { programme } = await pinnedProgramme(system, row.programme);
        return summaryOf(row, programme, calendar, now);
      }),
    );
    const last = page.at(-1);
    return accept({
      items,
      ...(last !== undefined &&
        wanted.length > pageSize && { next: cursorOf({ due: last.due, caseId: last.caseId }) }),
      counts: countsOf(open, actor, today),
    });
  };

const isAfter = (row: OpenCase, place: z.infer<typeof PlaceSchema> | undefined): boolean =>
  place === undefined || row.due > place.due || (row.due === place.due && row.caseId > place.caseId);

type Show = keyof Counts;

function isShown(show: Show, row: OpenCase, actor: Actor, today: string): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'mine':
      return row.officer === actor.id;
    case 'unclaimed':
      return row.status === 'under-review' && row.officer === undefined;
    case 'returned':
      return row.status === 'returned';
    case 'late':
      return isOverdue(row, today);
  }
}

const isWanted = (row: OpenCase, query: Query, actor: Actor, today: string): boolean =>
  isShown(query.show ?? 'all', row, actor, today) &&
  (query.programme === undefined || row.programme.id === query.programme) &&
  (query.stage === undefined || row.stage === query.stage) &&
  (query.town === undefined || row.town === query.town);

function countsOf(rows: readonly OpenCase[], actor: Actor, today: string): Counts {
  const count = (show: Show): number => rows.filter((row) => isShown(show, row, actor, today)).length;
  return {
    all: count('all'),
    mine: count('mine'),
    unclaimed: count('unclaimed'),
    returned: count('returned'),
    late: count('late'),
  };
}
