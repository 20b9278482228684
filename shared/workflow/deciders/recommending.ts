import { accept, refuse } from '../../api/errors.ts';
import { defineAct, inOrder } from '../act.ts';
import { atStageOf, deskRoles, handlesStage } from '../gates.ts';
import { checkComplete, checkKnown } from '../input-checks.ts';
import { needed } from '../needed.ts';
import { arriveAt, stageAfter, stageOf, timeKept } from '../stages.ts';
import type { StateOf } from '../state.ts';
import { visited } from './visiting.ts';

type UnderReview = StateOf<'under-review'>;

/** An opinion for the next stage; opposing it decides nothing, the case goes on all the same. */
export const recommend = defineAct<'recommend', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atStageOf('recommendation'), handlesStage, visited),

  decide({ opinion, amount, reason, checklist }, state, context) {
    const stage = stageOf(context.programme, state.stage);
    const { evaluation } = needed(context.appraisal, 'appraisal');
    const checked = opinion === 'support' ? checkComplete(checklist, stage) : checkKnown(checklist, stage);
    if (!checked.ok) return checked;
    if (amount > evaluation.amount) {
      return refuse('amount-above-computed', { params: { amount, computed: evaluation.amount } });
    }
    const next = needed(stageAfter(stage.id, amount, context), 'a stage after the recommendation');
    return accept({
      event: {
        type: 'recommendation-made',
        data: {
          stage: stage.id,
          opinion,
          amount,
          reason,
          checklist,
          evaluation,
          time: timeKept(state.clock, context),
          next: arriveAt(next, state, context),
        },
      },
      effects: [],
    });
  },
});
