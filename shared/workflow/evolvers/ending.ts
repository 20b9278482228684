import { common, evolver, withParticipants } from '../evolver.ts';
import type { StateOf } from '../state.ts';
import { arrived } from './reviewing.ts';

export const applicationNotAccepted = evolver<'application-not-accepted', 'under-review'>(
  ['under-review'],
  (state, _, { actor, at }) => ({
    ...withParticipants(state, actor),
    status: 'not-accepted',
    endedAt: at,
  }),
);

/** Open to an internal review until a day, unless one was held already. */
export const refusalRemedy = (
  reviewUntil: string | undefined,
): Pick<StateOf<'rejected'>, 'review' | 'due'> =>
  reviewUntil === undefined ? { review: 'used' } : { review: 'possible', due: reviewUntil };

export const applicationRefused = evolver<'application-refused', 'under-review'>(
  ['under-review'],
  (state, { stage, evaluation, reviewUntil }, { actor, at }) => ({
    ...withParticipants(state, actor),
    computed: evaluation.amount,
    status: 'rejected',
    stage,
    decidedAt: at,
    ...refusalRemedy(reviewUntil),
  }),
);

export const applicationWithdrawn = evolver<
  'application-withdrawn',
  'under-review' | 'returned' | 'in-notice'
>(['under-review', 'returned', 'in-notice'], (state, _, { at }) => ({
  ...common(state),
  status: 'withdrawn',
  endedAt: at,
}));

export const applicationLapsed = evolver<'application-lapsed', 'returned'>(
  ['returned'],
  (state, _, { at }) => ({ ...common(state), status: 'lapsed', endedAt: at }),
);

export const internalReviewRequested = evolver<'internal-review-requested', 'rejected'>(
  ['rejected'],
  (state, { office, due }) => ({ ...state, review: 'requested', office, due }),
);

export const refusalUpheld = evolver<'refusal-upheld', 'rejected'>(
  ['rejected'],
  ({ office: _, due: __, ...state }, ___, { actor }) => ({
    ...state,
    ...withParticipants(state, actor),
    review: 'upheld',
  }),
);

export const refusalRevoked = evolver<'refusal-revoked', 'rejected'>(
  ['rejected'],
  (state, { next }, { actor }) => arrived({ ...withParticipants(state, actor), reviewed: true }, next),
);

type Rated = 'approved' | 'rejected' | 'not-accepted' | 'withdrawn' | 'lapsed';

export const serviceRated = evolver<'service-rated', Rated>(
  ['approved', 'rejected', 'not-accepted', 'withdrawn', 'lapsed'],
  (state, { stars }) => ({ ...state, rated: stars }),
);
