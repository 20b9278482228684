import { townOfficeId } from '../../identity/office.ts';
import type { Approved } from './award-gates.ts';
import { unpaid } from './sums.ts';

/** The earliest day on which something is due from a supervised enterprise or its town. */
function nextDue({ duties = [], breach, lease }: Approved): string | undefined {
  const days = [
    ...duties.map(({ due }) => due),
    ...(breach ? [breach.mendBy] : []),
    ...(lease?.confirmBy === undefined ? [] : [lease.confirmBy]),
  ];
  return days.toSorted()[0];
}

/**
 * Whose turn it is. A supervised award waits at its town for the next thing due; while part of the money is
 * unpaid it stays with the office that pays, until the day it was promised.
 */
export function settled(state: Approved): Approved {
  if (state.award !== 'active' || unpaid(state) > 0) return state;
  const { due: _, ...rest } = state;
  const due = nextDue(state);
  return { ...rest, office: townOfficeId(state.town), ...(due !== undefined && { due }) };
}

/** Over: nothing is due any more. */
export function closed({ due: _, duties: __, breach: ___, recovery: ____, ...state }: Approved): Approved {
  return { ...state, award: 'closed' };
}
