import { accept, refuse } from '../../api/errors.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import {
  atOffice,
  decidedNothing,
  deskRoles,
  hasDecided,
  holdsOrSupervises,
  isInterested,
  notOwnCase,
  worksAt,
} from '../gates.ts';
import { needed } from '../needed.ts';
import type { StateOf } from '../state.ts';

type UnderReview = StateOf<'under-review'>;

const unclaimed: Gate<UnderReview> = (state, { actor }) => {
  if (state.officer === undefined) return undefined;
  return state.officer === actor.id ? notNow(state) : { code: 'claimed-by-other' };
};

const claimed: Gate<UnderReview> = (state) => (state.officer === undefined ? notNow(state) : undefined);

export const claim = defineAct<'claim', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atOffice, notOwnCase, decidedNothing, unclaimed),
  decide: () => accept({ event: { type: 'case-claimed', data: {} }, effects: [] }),
});

export const release = defineAct<'release', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atOffice, notOwnCase, claimed, holdsOrSupervises),
  decide: () => accept({ event: { type: 'case-released', data: {} }, effects: [] }),
});

/** Also the supervisor's reassignment, of a case nobody holds or someone else does. */
export const delegate = defineAct<'delegate', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atOffice, notOwnCase, holdsOrSupervises),

  decide({ to, reason }, state, context) {
    const colleague = needed(context.delegate, 'delegate');
    if (colleague.actor.id !== to) throw new Error('the context holds another delegate than the command');
    const eligible =
      worksAt(colleague, state) &&
      !isInterested(colleague, state) &&
      !hasDecided(colleague, state) &&
      to !== state.officer;
    if (!eligible) return refuse('officer-not-eligible');
    return accept({
      event: { type: 'case-delegated', data: { to, ...(reason !== undefined && { reason }) } },
      effects: [],
    });
  },
});
