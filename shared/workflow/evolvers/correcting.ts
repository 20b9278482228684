import { evolver } from '../evolver.ts';

export const correctionRequested = evolver<'correction-requested', 'under-review'>(
  ['under-review'],
  (state, { due, clock }) => ({
    ...state,
    status: 'returned',
    corrections: state.corrections + 1,
    clock,
    due,
  }),
);

export const correctionSubmitted = evolver<'correction-submitted', 'returned'>(
  ['returned'],
  ({ owed: _, ...state }, { enterprise, site, revision, owed, evaluation, clock, due }) => ({
    ...state,
    status: 'under-review',
    enterprise,
    site,
    revision: revision.number,
    computed: evaluation.amount,
    ...(owed.length > 0 && { owed }),
    clock,
    due,
  }),
);
