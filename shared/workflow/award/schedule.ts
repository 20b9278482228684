import { addCalendarDays, addMonths } from '../../calendar/date.ts';
import type { Obligation, Programme } from '../../programmes/programme.ts';
import type { Round } from './award-state.ts';

/** What the schedule runs from, and where it must end. */
export type Delivered = { readonly deliveredOn: string; readonly endsOn?: string | undefined };

/** Throws when the programme has no such obligation. */
export function obligationOf(programme: Programme, id: string): Obligation {
  const obligation = programme.obligations.find((candidate) => candidate.id === id);
  if (obligation === undefined) throw new Error(`${programme.id} has no obligation ${id}`);
  return obligation;
}

/** The day the n-th round falls due; undefined when the obligation, or the lease, is over by then. */
function dueOf(
  { firstDue, every }: Obligation,
  round: number,
  { deliveredOn, endsOn }: Delivered,
): string | undefined {
  if (round > 1 && every === undefined) return undefined;
  const first =
    firstDue.unit === 'days'
      ? addCalendarDays(deliveredOn, firstDue.count)
      : addMonths(deliveredOn, firstDue.count);
  // Months are counted from the delivery, so that the 31st comes back after a shorter month.
  const later = (round - 1) * (every?.count ?? 0);
  const due =
    round === 1 || firstDue.unit === 'days'
      ? addMonths(first, later)
      : addMonths(deliveredOn, firstDue.count + later);
  const over = round > 1 && every !== undefined && due > addMonths(deliveredOn, every.until);
  return over || (endsOn !== undefined && due > endsOn) ? undefined : due;
}

const roundOf = (obligation: Obligation, round: number, delivered: Delivered): Round | undefined => {
  const due = dueOf(obligation, round, delivered);
  return due === undefined ? undefined : { id: obligation.id, round, due };
};

/** The first round of every obligation. */
export const firstRounds = ({ obligations }: Programme, delivered: Delivered): Round[] =>
  obligations.flatMap((obligation) => roundOf(obligation, 1, delivered) ?? []);

/** The round after this one; undefined after the last. */
export const roundAfter = (
  programme: Programme,
  { id, round }: Pick<Round, 'id' | 'round'>,
  delivered: Delivered,
): Round | undefined => roundOf(obligationOf(programme, id), round + 1, delivered);

/** The first day on which a round can be reported on: the first at once, later ones after the one before. */
export const opensOn = (
  programme: Programme,
  { id, round }: Pick<Round, 'id' | 'round'>,
  delivered: Delivered,
): string =>
  (round > 1 ? dueOf(obligationOf(programme, id), round - 1, delivered) : undefined) ?? delivered.deliveredOn;
