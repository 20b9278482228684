import { accept } from '../../api/errors.ts';
import { addCalendarDays } from '../../calendar/date.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import type { View } from '../context.ts';
import { clockRoles, deskRoles } from '../gates.ts';
import { giveBackGrant } from '../grant-effects.ts';
import { needed } from '../needed.ts';
import { today } from '../today.ts';
import {
  type Approved,
  atOwnerOffice,
  awardIs,
  gives,
  noPaymentUnderWay,
  someUnpaid,
} from './award-gates.ts';
import { releaseEffects } from './recovering.ts';
import { fundOf, unpaid } from './sums.ts';

/** What is left of the grant will not be paid, e.g. because less was needed. */
export const releaseUnpaid = defineAct<'release-unpaid', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(gives('money'), atOwnerOffice, awardIs('active'), noPaymentUnderWay, someUnpaid),
  decide({ reason }, state, context) {
    const amount = unpaid(state);
    const data = { amount, fund: fundOf(state, context.programme), reason };
    return accept({
      event: { type: 'unpaid-released', data },
      effects: releaseEffects(amount, state, context),
    });
  },
});

/** Before anything was delivered, e.g. because the enterprise gives up: everything goes back. */
export const cancelAward = defineAct<'cancel-award', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(atOwnerOffice, awardIs('to-be-delivered'), noPaymentUnderWay),
  decide: ({ reason }, state, context) =>
    accept({
      event: { type: 'award-cancelled', data: { reason } },
      // Part of it may be back already: of an award whose only payment the bank sent back.
      effects: giveBackGrant({ ...needed(context.grant, 'grant'), amount: unpaid(state) }),
    }),
});

/**
 * The first day on which nothing is left to pay, to keep or to let; undefined while something is. An award
 * that never had obligations closes on the day it was paid.
 */
function closableFrom(state: Approved, view: View): string | undefined {
  const done =
    state.award === 'active' &&
    state.breach === undefined &&
    state.payment === undefined &&
    state.duties === undefined &&
    unpaid(state) === 0;
  if (!done) return undefined;
  return state.lease === undefined ? today(view) : addCalendarDays(state.lease.to, 1);
}

const closable: Gate<Approved> = (state, view) => {
  const earliest = closableFrom(state, view);
  if (earliest === undefined) return notNow(state);
  return today(view) < earliest ? { code: 'too-early', params: { earliest } } : undefined;
};

/** All is paid, all obligations were kept, and the lease is over. */
export const closeAward = defineAct<'close-award', 'approved'>({
  roles: clockRoles,
  from: ['approved'],
  gate: closable,
  decide: () => accept({ event: { type: 'award-closed', data: {} }, effects: [] }),
});
