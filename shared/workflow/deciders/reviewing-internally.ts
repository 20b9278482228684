import { accept } from '../../api/errors.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { applicantOrFiler, atOffice, decidedNothing, deskRoles, notAfterDue, notOwnCase } from '../gates.ts';
import { takeLiveLock } from '../live-lock.ts';
import { arriveAt, officeOf, stageOf } from '../stages.ts';
import type { StateOf } from '../state.ts';
import { today } from '../today.ts';

type Rejected = StateOf<'rejected'>;

const reviewIs =
  (review: Rejected['review']): Gate<Rejected> =>
  (state) =>
    state.review === review ? undefined : notNow(state);

export const requestInternalReview = defineAct<'request-internal-review', 'rejected'>({
  roles: ['applicant', ...deskRoles],
  from: ['rejected'],
  gate: inOrder<Rejected>(applicantOrFiler, reviewIs('possible'), notAfterDue),

  decide({ grounds }, state, context) {
    const { office, workingDays } = context.programme.internalReview;
    const due = context.calendar.addWorkingDays(today(context), workingDays).date;
    const data = { grounds, office: officeOf(office, state), due };
    return accept({ event: { type: 'internal-review-requested', data }, effects: [] });
  },
});

/** By someone who took no part. A revoked refusal goes back to the stage that decided, to other people. */
export const decideInternalReview = defineAct<'decide-internal-review', 'rejected'>({
  roles: deskRoles,
  from: ['rejected'],
  gate: inOrder<Rejected>(reviewIs('requested'), atOffice, notOwnCase, decidedNothing),

  decide({ outcome, reason }, state, context) {
    if (outcome === 'uphold') {
      return accept({ event: { type: 'refusal-upheld', data: { reason } }, effects: [] });
    }
    const next = arriveAt(stageOf(context.programme, state.stage), state, context);
    return accept({
      event: { type: 'refusal-revoked', data: { reason, next } },
      effects: [takeLiveLock(state)],
    });
  },
});
