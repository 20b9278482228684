import { accept } from '../../api/errors.ts';
import { defineAct, inOrder } from '../act.ts';
import type { View } from '../context.ts';
import { atStageOf, deskRoles, handlesStage } from '../gates.ts';
import { checkBasis, checkKnown } from '../input-checks.ts';
import { releaseLiveLock } from '../live-lock.ts';
import { needed } from '../needed.ts';
import { releaseReserved } from '../reserving.ts';
import { stageOf, timeKept } from '../stages.ts';
import type { CaseState, StateOf } from '../state.ts';
import { today } from '../today.ts';

type UnderReview = StateOf<'under-review'>;

/** An internal review can be asked for until this day; a case that had one has only the remedies outside. */
export const reviewPeriod = (
  { reviewed }: Pick<CaseState, 'reviewed'>,
  view: View,
): { readonly reviewUntil?: string } =>
  reviewed
    ? {}
    : {
        reviewUntil: view.calendar.addWorkingDays(today(view), view.programme.internalReview.workingDays)
          .date,
      };

export const refuseApplication = defineAct<'refuse', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atStageOf('decision', 'joint-meeting'), handlesStage),

  decide({ facts, basis, checklist }, state, context) {
    const stage = stageOf(context.programme, state.stage);
    const { evaluation } = needed(context.appraisal, 'appraisal');
    const checked = checkKnown(checklist, stage);
    if (!checked.ok) return checked;
    const cited = checkBasis(basis, context.programme);
    if (!cited.ok) return cited;
    return accept({
      event: {
        type: 'application-refused',
        data: {
          stage: stage.id,
          facts,
          basis,
          checklist,
          evaluation,
          time: timeKept(state.clock, context),
          ...reviewPeriod(state, context),
        },
      },
      effects: [releaseLiveLock(state), ...releaseReserved(state)],
    });
  },
});
