import { addMonths } from '../calendar/date.ts';
import type { Obligation } from '../programmes/programme.ts';
import type { AwardSoFar } from '../rules/evaluate-report.ts';
import { recoverableAtMost } from '../workflow/award/sums.ts';
import type { StateOf } from '../workflow/state.ts';

type Approved = StateOf<'approved'>;

/** Months begun from `from` on before `until`, both dates; never negative. */
function monthsBetween(from: string, until: string): number {
  let months = 0;
  while (addMonths(from, months) < until) months += 1;
  return months;
}

/**
 * What the rules of an obligation know of an award: of premises its lease, of money the months the obligation
 * runs from delivery. A month that has begun is used up. `on`: the day of the breach, or today.
 */
export function awardSoFar(state: Approved, obligation: Obligation, on: string): AwardSoFar {
  const { lease, deliveredOn = on } = state;
  const { firstDue, every } = obligation;
  const ends = lease?.to ?? addMonths(deliveredOn, every?.until ?? Math.max(1, monthsOf(firstDue)));
  const begins = lease?.from ?? deliveredOn;
  const total = Math.max(1, monthsBetween(begins, ends));
  const used = Math.min(total, monthsBetween(begins, on));
  return { paid: recoverableAtMost(state), monthsLeft: total - used, monthsTotal: total };
}

const monthsOf = ({ count, unit }: Obligation['firstDue']): number =>
  unit === 'months' ? count : Math.ceil(count / 30);
