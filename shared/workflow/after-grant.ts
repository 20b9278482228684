import { addCalendarDays } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Programme } from '../programmes/programme.ts';
import type { View } from './context.ts';
import type { CaseEvent } from './event.ts';
import { officeOf } from './stages.ts';
import type { CaseState } from './state.ts';
import { today } from './today.ts';

type AfterGrant = CaseEvent<'application-approved'>['data']['after'];
type Place = Pick<CaseState, 'town' | 'routing'>;

/** Where an award is delivered, and until when. */
export function delivery(place: Place, view: View): { readonly office: string; readonly deliverBy: string } {
  const { workingDays, office } = view.programme.delivery;
  return {
    office: officeOf(office, place),
    deliverBy: view.calendar.addWorkingDays(today(view), workingDays).date,
  };
}

/** A notice counted in calendar days that would end on a day off ends on the next working day. */
export const lastDayOfNotice = (
  { count, days }: NonNullable<Programme['notice']>,
  opensOn: string,
  calendar: WorkingCalendar,
): string =>
  (count === 'working'
    ? calendar.addWorkingDays(opensOn, days)
    : calendar.addWorkingDays(addCalendarDays(opensOn, days), 0)
  ).date;

export function afterGrant(place: Place, view: View): AfterGrant {
  const { notice } = view.programme;
  if (notice === undefined) return { to: 'award', ...delivery(place, view) };
  const opensOn = today(view);
  const closesOn = lastDayOfNotice(notice, opensOn, view.calendar);
  return { to: 'notice', office: officeOf(notice.office, place), opensOn, closesOn };
}
