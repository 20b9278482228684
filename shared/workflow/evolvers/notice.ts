import { decided, evolver, withParticipants } from '../evolver.ts';
import { refusalRemedy } from './ending.ts';

export const objectionFiled = evolver<'objection-filed', 'in-notice'>(
  ['in-notice'],
  (state, { objection }) => ({
    ...state,
    objections: { filed: objection, open: [...state.objections.open, objection] },
  }),
);

export const objectionDismissed = evolver<'objection-dismissed', 'in-notice'>(
  ['in-notice'],
  (state, { objection }, { actor }) => ({
    ...state,
    objections: {
      ...state.objections,
      open: state.objections.open.filter((number) => number !== objection),
    },
    answeredBy: [...new Set([...state.answeredBy, actor])],
  }),
);

export const objectionUpheld = evolver<'objection-upheld', 'in-notice'>(
  ['in-notice'],
  (state, { reviewUntil }, { actor, at }) => ({
    ...withParticipants(state, ...state.answeredBy, actor),
    status: 'rejected',
    stage: state.stage,
    decidedAt: at,
    ...refusalRemedy(reviewUntil),
  }),
);

export const noticeClosed = evolver<'notice-closed', 'in-notice'>(
  ['in-notice'],
  (state, { office, deliverBy }) => ({
    ...decided(state),
    status: 'approved',
    office,
    approvedAt: state.approvedAt,
    amount: state.amount,
    award: 'to-be-delivered',
    due: deliverBy,
  }),
);
