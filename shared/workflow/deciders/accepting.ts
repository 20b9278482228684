import { accept as yes } from '../../api/errors.ts';
import { type Decision, defineAct, type Gate, inOrder, notNow } from '../act.ts';
import type { Context } from '../context.ts';
import { atStageOf, clockRoles, deskRoles, handlesStage, notYetSilent, onlyAfterDue } from '../gates.ts';
import { checkBasis, checkComplete } from '../input-checks.ts';
import { releaseLiveLock } from '../live-lock.ts';
import { needed } from '../needed.ts';
import { arriveAt, stageAfter, stageOf, timeKept } from '../stages.ts';
import type { StateOf } from '../state.ts';

type UnderReview = StateOf<'under-review'>;
type Remarks = { readonly checklist: string[]; readonly note?: string; readonly silent: boolean };

function accepted(remarks: Remarks, state: UnderReview, context: Context): Decision {
  const next = needed(stageAfter(state.stage, state.computed, context), 'a stage after acceptance');
  return {
    event: {
      type: 'application-accepted',
      data: { ...remarks, time: timeKept(state.clock, context), next: arriveAt(next, state, context) },
    },
    effects: [],
  };
}

export const accept = defineAct<'accept', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atStageOf('acceptance'), handlesStage),

  decide({ checklist, note }, state, context) {
    const checked = checkComplete(checklist, stageOf(context.programme, state.stage));
    if (!checked.ok) return checked;
    return yes(accepted({ checklist, ...(note !== undefined && { note }), silent: false }, state, context));
  },
});

const silenceAccepts: Gate<UnderReview> = (state, { programme }) =>
  stageOf(programme, state.stage).onSilence === 'accept' ? undefined : notNow(state);

export const deemAccepted = defineAct<'deem-accepted', 'under-review'>({
  roles: clockRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atStageOf('acceptance'), silenceAccepts, onlyAfterDue),
  decide: (_, state, context) => yes(accepted({ checklist: [], silent: true }, state, context)),
});

export const notAccept = defineAct<'not-accept', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atStageOf('acceptance'), handlesStage, notYetSilent),

  decide({ facts, basis }, state, context) {
    const checked = checkBasis([basis], context.programme);
    if (!checked.ok) return checked;
    return yes({
      event: {
        type: 'application-not-accepted',
        data: { facts, basis, time: timeKept(state.clock, context) },
      },
      effects: [releaseLiveLock(state)],
    });
  },
});
