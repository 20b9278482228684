import type { Programme } from '../programmes/programme.ts';
import type { Effect } from './effects.ts';
import type { Grant } from './event.ts';
import { capOf } from './grant.ts';
import { reservedIn } from './reserving.ts';
import type { StateOf } from './state.ts';

const allotmentOf = ({ unit, area, from, to }: NonNullable<Grant['premises']>): Effect => ({
  kind: 'allot-premises',
  unit,
  area,
  from,
  to,
});

/** The writes that take a grant. */
export function takeGrant(
  grant: Grant,
  subject: Pick<StateOf<'under-review'>, 'enterprise' | 'reserved'>,
  programme: Programme,
): readonly Effect[] {
  const { amount, fund, premises, locks, reservation } = grant;
  const counted = capOf(programme, subject);
  return [
    ...locks.map((lock): Effect => ({ kind: 'take-lock', lock, refusal: 'item-already-awarded' })),
    ...(reservation === undefined ? [] : [{ kind: 'confirm-reservation', reservation } as const]),
    ...(fund === undefined
      ? []
      : [{ kind: 'commit-fund', fund, amount, ...reservedIn(fund, subject) } as const]),
    ...(premises === undefined ? [] : [allotmentOf(premises)]),
    ...(counted === undefined ? [] : [{ kind: 'count-against-cap', ...counted, amount } as const]),
  ];
}

/** The writes that give all of it back. */
export function giveBackGrant({ amount, fund, premises, locks, reservation, cap }: Grant): readonly Effect[] {
  return [
    ...locks.map((lock): Effect => ({ kind: 'release-lock', lock })),
    ...(reservation === undefined ? [] : [{ kind: 'release-reservation', reservation } as const]),
    ...(fund === undefined ? [] : [{ kind: 'return-to-fund', fund, amount } as const]),
    ...(premises === undefined ? [] : [{ kind: 'free-premises', unit: premises.unit } as const]),
    ...(cap === undefined ? [] : [{ kind: 'uncount-against-cap', cap, amount } as const]),
  ];
}
