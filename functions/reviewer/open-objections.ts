import type { CaseSummaryDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { objectionReadingRoutes } from '../../shared/api/routes/notices.ts';
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts';
import { summaryOf } from '../cases/case-summary.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { type Head, headOf } from '../persistence/head.ts';
import { headKey } from '../persistence/keys.ts';
import { readObjections } from '../persistence/objection.ts';
import { openCasesOf } from '../persistence/open-cases.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof objectionReadingRoutes.openObjections>;
type Item = CaseSummaryDto & { open: number; since: string };

/** What the caller's office has to answer, the longest waiting in front. Words are not read here. */
export const openObjections =
  (system: System) =>
  async ({ actor }: Request): Promise<Outcome<{ items: Item[] }>> => {
    if (actor.office === undefined) return refuse('not-permitted');
    const inNotice = (await openCasesOf(system.tables, actor.office)).filter(
      ({ status, town }) => status === 'in-notice' && (actor.town === undefined || actor.town === town),
    );
    const heads = await readItems(
      system.tables,
      inNotice.map(({ caseId }) => headKey(caseId)),
    );
    const calendar = await system.calendarAt(system.now());
    const items = await Promise.all(heads.map((item) => waiting(system, headOf(item), calendar)));
    return accept({ items: items.flat().toSorted((one, other) => (one.since < other.since ? -1 : 1)) });
  };

async function waiting(
  system: System,
  { state, enterpriseName }: Head,
  calendar: WorkingCalendar,
): Promise<Item[]> {
  if (state.status !== 'in-notice') return [];
  const { caseId, objections } = state;
  const [first] = (await readObjections(system.tables, caseId)).filter(({ number }) =>
    objections.open.includes(number),
  );
  if (first === undefined) return [];
  const { programme } = await pinnedProgramme(system, state.programme);
  const summary = summaryOf(
    { ...state, enterpriseName, officer: undefined },
    programme,
    calendar,
    system.now(),
  );
  return [{ ...summary, open: objections.open.length, since: first.at }];
}
