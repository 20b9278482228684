import { dateInShanghai } from '../../../calendar/instant.ts';
import { evolver } from '../../evolver.ts';
import type { Approved } from '../award-gates.ts';
import { settled } from '../standing.ts';

export const paymentPrepared = evolver<'payment-prepared', 'approved'>(
  ['approved'],
  (state, { part, amount }, { actor }) => ({ ...state, parts: part, payment: { part, amount, by: actor } }),
);

export const paymentApproved = evolver<'payment-approved', 'approved'>(
  ['approved'],
  (state, _, { actor, at }) => ({
    ...state,
    ...(state.payment && {
      payment: { ...state.payment, approvedBy: actor, approvedOn: dateInShanghai(at) },
    }),
  }),
);

export const paymentCancelled = evolver<'payment-cancelled', 'approved'>(
  ['approved'],
  ({ payment: _, ...state }) => state,
);

export const paymentFailed = evolver<'payment-failed', 'approved'>(
  ['approved'],
  ({ payment: _, ...state }) => state,
);

export const paymentMade = evolver<'payment-made', 'approved'>(
  ['approved'],
  ({ payment: _, escalated: __, ...state }, { amount, paidOn, schedule }) =>
    settled({
      ...state,
      award: 'active',
      paid: (state.paid ?? 0) + amount,
      deliveredOn: state.deliveredOn ?? paidOn,
      ...(schedule && schedule.length > 0 && { duties: schedule }),
    }),
);

export const unpaidReleased = evolver<'unpaid-released', 'approved'>(['approved'], (state, { amount }) =>
  settled({ ...state, released: (state.released ?? 0) + amount }),
);

/** Unpaid again. Who holds nothing of the money any more owes nothing for it: duties begin with the next payment. */
export const paymentSentBack = evolver<'payment-sent-back', 'approved'>(
  ['approved'],
  ({ paid: before = 0, ...state }, { amount, again }) => {
    const paid = before - amount;
    const kept: Approved = { ...state, ...(paid > 0 && { paid }) };
    if (again === undefined) return { ...kept, released: (kept.released ?? 0) + amount };
    return paid > 0 ? { ...kept, ...again, award: 'active' } : { ...undelivered(kept), ...again };
  },
);

const undelivered = ({ deliveredOn: _, duties: __, breach: ___, ...state }: Approved): Approved => ({
  ...state,
  award: 'to-be-delivered',
});
