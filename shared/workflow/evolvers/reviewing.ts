import type { NextStage } from '../event.ts';
import { decided, evolver, withParticipants } from '../evolver.ts';
import type { CaseState, Common, StateOf } from '../state.ts';

/** At a new stage nobody holds the case, nobody has visited, and nothing was escalated. */
export const arrived = (carried: Common, next: NextStage): StateOf<'under-review'> => ({
  ...carried,
  status: 'under-review',
  ...next,
});

export const caseClaimed = evolver<'case-claimed', 'under-review'>(
  ['under-review'],
  (state, _, { actor }) => ({ ...state, officer: actor }),
);

export const caseReleased = evolver<'case-released', 'under-review'>(
  ['under-review'],
  ({ officer: _, ...state }) => state,
);

export const caseDelegated = evolver<'case-delegated', 'under-review'>(['under-review'], (state, { to }) => ({
  ...state,
  officer: to,
}));

export const applicationAccepted = evolver<'application-accepted', 'under-review'>(
  ['under-review'],
  (state, { silent, next }, { actor }) =>
    arrived(silent ? withParticipants(state) : withParticipants(state, actor), next),
);

export const siteVisited = evolver<'site-visited', 'under-review'>(
  ['under-review'],
  (state, _, { actor }) => ({ ...state, visit: { by: actor } }),
);

export const siteVisitConfirmed = evolver<'site-visit-confirmed', 'under-review'>(
  ['under-review'],
  (state, _, { actor }) => ({
    ...state,
    visit: { by: state.visit?.by ?? actor, confirmedBy: actor },
  }),
);

type Passed = { readonly amount: number; readonly evaluation: { readonly amount: number } };

const passed = (state: CaseState, { amount, evaluation }: Passed, actor: string): Common => ({
  ...withParticipants(state, actor),
  computed: evaluation.amount,
  proposed: amount,
});

export const recommendationMade = evolver<'recommendation-made', 'under-review'>(
  ['under-review'],
  (state, data, { actor }) => ({
    ...arrived(passed(state, data, actor), data.next),
    ...(state.reserved && { reserved: state.reserved }),
  }),
);

export const stageApproved = evolver<'stage-approved', 'under-review'>(
  ['under-review'],
  (state, data, { actor }) => ({
    ...arrived(passed(state, data, actor), data.next),
    ...(data.reserved && { reserved: data.reserved }),
  }),
);

export const applicationApproved = evolver<'application-approved', 'under-review'>(
  ['under-review'],
  (state, { stage, evaluation, grant, after }, { actor, at }) => {
    const carried = passed(state, { amount: grant.amount, evaluation }, actor);
    const approval = { approvedAt: at, amount: grant.amount, office: after.office };
    return after.to === 'notice'
      ? {
          ...carried,
          ...approval,
          status: 'in-notice',
          stage,
          due: after.closesOn,
          objections: { filed: 0, open: [] },
          answeredBy: [],
        }
      : {
          ...decided(state),
          computed: evaluation.amount,
          ...approval,
          status: 'approved',
          award: 'to-be-delivered',
          due: after.deliverBy,
        };
  },
);
