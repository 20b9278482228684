import { accept } from '../../api/errors.ts';
import { dateInShanghai } from '../../calendar/instant.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Programme } from '../../programmes/programme.ts';
import { defineAct, type Gate, notNow } from '../act.ts';
import { lastDayOfNotice } from '../after-grant.ts';
import { clockRoles } from '../gates.ts';
import { needed } from '../needed.ts';
import { dueOn } from '../stages.ts';
import type { CaseState, StateOf } from '../state.ts';

type Dated = StateOf<'under-review' | 'returned' | 'in-notice' | 'rejected'>;
type Reckoning = { readonly programme: Programme; readonly calendar: WorkingCalendar };

/** The last day as this calendar counts it; undefined where the state does not say from when it counts. */
function lastDay(state: Dated, { programme, calendar }: Reckoning): string | undefined {
  switch (state.status) {
    case 'under-review':
      return dueOn(state.clock, calendar);
    case 'returned': {
      const { pausedOn } = state.clock;
      return pausedOn && calendar.addWorkingDays(pausedOn, programme.correction.workingDays).date;
    }
    case 'in-notice':
      return (
        programme.notice && lastDayOfNotice(programme.notice, dateInShanghai(state.approvedAt), calendar)
      );
    case 'rejected':
      return state.review === 'possible'
        ? calendar.addWorkingDays(dateInShanghai(state.decidedAt), programme.internalReview.workingDays).date
        : undefined;
  }
}

/**
 * The day to which a date moves because a year's holidays, guessed until now, were published. Only ever later:
 * a date that was given to somebody is not taken back.
 */
export function movedDueDate(state: CaseState, reckoning: Reckoning): string | undefined {
  if (!isDated(state) || state.due === undefined) return undefined;
  const day = lastDay(state, reckoning);
  return day !== undefined && day > state.due ? day : undefined;
}

const statuses = ['under-review', 'returned', 'in-notice', 'rejected'] as const;
const isDated = (state: CaseState): state is Dated => statuses.some((status) => status === state.status);

const dateHasMoved: Gate<Dated> = (state, view) =>
  movedDueDate(state, view) === undefined ? notNow(state) : undefined;

export const moveDueDate = defineAct<'move-due-date', (typeof statuses)[number]>({
  roles: clockRoles,
  from: statuses,
  gate: dateHasMoved,
  decide(_, state, context) {
    const due = needed(movedDueDate(state, context), 'a moved date');
    return accept({ event: { type: 'due-date-moved', data: { due } }, effects: [] });
  },
});
