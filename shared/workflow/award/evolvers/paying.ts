import { evolver } from '../../evolver.ts';
import { settled } from '../standing.ts';

export const paymentPrepared = evolver<'payment-prepared', 'approved'>(
  ['approved'],
  (state, { part, amount }, { actor }) => ({ ...state, parts: part, payment: { part, amount, by: actor } }),
);

export const paymentApproved = evolver<'payment-approved', 'approved'>(
  ['approved'],
  (state, _, { actor }) => ({
    ...state,
    ...(state.payment && { payment: { ...state.payment, approvedBy: actor } }),
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
