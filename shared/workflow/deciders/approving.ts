import { accept, refuse } from '../../api/errors.ts';
import { addCalendarDays } from '../../calendar/date.ts';
import { defineAct, inOrder } from '../act.ts';
import type { View } from '../context.ts';
import type { CaseEvent } from '../event.ts';
import { atStageOf, deskRoles, handlesStage } from '../gates.ts';
import { grantOf, takeGrant } from '../grant.ts';
import { checkComplete } from '../input-checks.ts';
import { releaseLiveLock } from '../live-lock.ts';
import { needed } from '../needed.ts';
import { arriveAt, officeOf, stageAfter, stageOf, timeKept } from '../stages.ts';
import type { CaseState, StateOf } from '../state.ts';
import { today } from '../today.ts';
import { visited } from './visiting.ts';

type UnderReview = StateOf<'under-review'>;
type AfterGrant = CaseEvent<'application-approved'>['data']['after'];
type Place = Pick<CaseState, 'town' | 'routing'>;

/** Where an award is delivered, and until when. */
export function delivery(place: Place, view: View): { readonly office: string; readonly deliverBy: string } {
  const { workingDays, office } = view.programme.delivery;
  return {
    office: officeOf(office, place),
    deliverBy: view.calendar.addWorkingDays(today(view), workingDays).date,
  };
}

/** A notice counted in calendar days that would end on a day off ends on the next working day. */
function afterGrant(place: Place, view: View): AfterGrant {
  const { notice } = view.programme;
  if (notice === undefined) return { to: 'award', ...delivery(place, view) };
  const opensOn = today(view);
  const last =
    notice.count === 'working'
      ? view.calendar.addWorkingDays(opensOn, notice.days)
      : view.calendar.addWorkingDays(addCalendarDays(opensOn, notice.days), 0);
  return { to: 'notice', office: officeOf(notice.office, place), opensOn, closesOn: last.date };
}

export const approve = defineAct<'approve', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atStageOf('decision', 'joint-meeting'), handlesStage, visited),

  decide({ amount, reason, checklist, deviationReason }, state, context) {
    const stage = stageOf(context.programme, state.stage);
    const appraisal = needed(context.appraisal, 'appraisal');
    const { evaluation } = appraisal;
    const checked = checkComplete(checklist, stage);
    if (!checked.ok) return checked;
    if (amount > evaluation.amount) {
      return refuse('amount-above-computed', { params: { amount, computed: evaluation.amount } });
    }
    const deviates = amount !== evaluation.amount || evaluation.outcome === 'not-eligible';
    if (deviates && deviationReason === undefined) return refuse('reason-required');

    const decision = {
      stage: stage.id,
      reason,
      ...(deviationReason !== undefined && { deviationReason }),
      checklist,
      evaluation,
      time: timeKept(state.clock, context),
    };
    const next = stageAfter(stage.id, amount, context);
    if (next !== undefined) {
      const data = { ...decision, amount, next: arriveAt(next, state, context) };
      return accept({ event: { type: 'stage-approved', data }, effects: [] });
    }
    const grant = grantOf(amount, appraisal, state, context);
    const after = afterGrant(state, context);
    return accept({
      event: { type: 'application-approved', data: { ...decision, grant, after } },
      effects: [
        ...takeGrant(grant, state, context.programme),
        ...(after.to === 'award' ? [releaseLiveLock(state)] : []),
      ],
    });
  },
});
