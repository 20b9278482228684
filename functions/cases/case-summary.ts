import type { CaseSummaryDto } from '../../shared/api/dto/case.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import type { StoredDraft } from '../persistence/draft.ts';

/** What a list row is made of: a head, or the part of it that the worklist index carries. */
export type Summarised = Pick<
  CaseState,
  'caseId' | 'version' | 'programme' | 'town' | 'status' | 'submittedAt'
> & {
  readonly enterpriseName: string;
  readonly stage?: string | undefined;
  readonly office?: string | undefined;
  readonly officer?: string | undefined;
  readonly due?: string | undefined;
  readonly expedited?: true | undefined;
};

type Late = NonNullable<CaseSummaryDto['late']>;

/** Working days before the last one from which a case is marked as due soon. */
const dueSoonDays = 2;

export function punctualityOf(due: string, today: string, calendar: WorkingCalendar): Late {
  if (today > due) return 'late';
  if (today === due) return 'due-today';
  return calendar.workingDaysBetween(today, due) <= dueSoonDays ? 'due-soon' : 'on-time';
}

/** A row of a list. While the applicant corrects, the office's promise stands and nothing is late. */
export function summaryOf(
  row: Summarised,
  programme: Programme,
  calendar: WorkingCalendar,
  now: string,
): CaseSummaryDto {
  const { caseId, version, town, status, submittedAt, enterpriseName, due } = row;
  const stage = programme.stages.find(({ id }) => id === row.stage);
  const runs = status === 'under-review' || status === 'in-notice';
  return {
    caseId,
    version,
    programme: { id: programme.id, version: programme.version, title: programme.title },
    enterpriseName,
    town,
    status,
    ...(stage && { stage: stage.title }),
    ...(row.office !== undefined && { office: row.office }),
    ...(row.officer !== undefined && { officer: row.officer }),
    ...(due !== undefined && { due }),
    ...(due !== undefined && runs && { late: punctualityOf(due, dateInShanghai(now), calendar) }),
    expedited: row.expedited === true,
    submittedAt,
  };
}

/** Text an applicant has typed so far, where the programme looks for it. */
const typed = ({ answers }: StoredDraft, id: string): string => {
  const value = answers[id];
  return typeof value === 'string' ? value : '';
};

export const draftSummary = (draft: StoredDraft, programme: Programme): CaseSummaryDto => ({
  caseId: draft.caseId,
  version: 0,
  programme: { id: programme.id, version: programme.version, title: programme.title },
  enterpriseName: typed(draft, programme.keys.enterpriseName),
  town: typed(draft, programme.keys.town),
  status: 'draft',
  expedited: false,
  updatedAt: draft.savedAt,
});
