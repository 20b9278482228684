import { accept, type Outcome, refuse } from '../../api/errors.ts';
import { text } from '../../language/text.ts';
import type { Programme } from '../../programmes/programme.ts';
import type { EvaluationRecord } from '../../rules/evaluation.ts';
import { defineAct, inOrder } from '../act.ts';
import { afterGrant } from '../after-grant.ts';
import type { CaseCommand } from '../command.ts';
import { atStageOf, deskRoles, handlesStage } from '../gates.ts';
import { computedMonths, grantOf, mostToApprove } from '../grant.ts';
import { takeGrant } from '../grant-effects.ts';
import { checkComplete, wrongInput } from '../input-checks.ts';
import { releaseLiveLock } from '../live-lock.ts';
import { needed } from '../needed.ts';
import { releaseElsewhere, reservationOf, reserve } from '../reserving.ts';
import { arriveAt, stageAfter, stageOf, timeKept } from '../stages.ts';
import type { StateOf } from '../state.ts';
import { visited } from './visiting.ts';

type UnderReview = StateOf<'under-review'>;

function checkAmount(
  { amount, months }: CaseCommand<'approve'>,
  programme: Programme,
  evaluation: EvaluationRecord,
): Outcome<undefined> {
  const full = computedMonths(programme, evaluation);
  if (months !== undefined && (full === undefined || months > full)) {
    return wrongInput(
      '/months',
      'too-many-months',
      text('批准的月数不能超过核算的月数。', 'The months cannot exceed those computed.'),
    );
  }
  if (amount === 0) {
    return wrongInput(
      '/amount',
      'nothing-approved',
      text(
        '批准金额不能为零；不同意的，请作出不予批准的决定。',
        'Nothing would be given; refuse the application instead.',
      ),
    );
  }
  const computed = mostToApprove(programme, evaluation, months);
  return amount > computed
    ? refuse('amount-above-computed', { params: { amount, computed } })
    : accept(undefined);
}

export const approve = defineAct<'approve', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atStageOf('decision', 'joint-meeting'), handlesStage, visited),

  decide(command, state, context) {
    const { amount, months, reason, checklist, deviationReason } = command;
    const stage = stageOf(context.programme, state.stage);
    const appraisal = needed(context.appraisal, 'appraisal');
    const { evaluation } = appraisal;
    const checked = checkComplete(checklist, stage);
    if (!checked.ok) return checked;
    const fits = checkAmount(command, context.programme, evaluation);
    if (!fits.ok) return fits;
    const deviates =
      amount !== evaluation.amount || months !== undefined || evaluation.outcome === 'not-eligible';
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
      const reserved = reservationOf(amount, state, context);
      return accept({
        event: {
          type: 'stage-approved',
          data: {
            ...decision,
            amount,
            ...(reserved && { reserved }),
            next: arriveAt(next, state, context),
          },
        },
        effects: reserved ? reserve(reserved, state) : [],
      });
    }
    const grant = grantOf(command, appraisal, state, context);
    const after = afterGrant(state, context);
    return accept({
      event: { type: 'application-approved', data: { ...decision, grant, after } },
      effects: [
        ...takeGrant(grant, state, context.programme),
        ...releaseElsewhere(state, grant.fund),
        ...(after.to === 'award' ? [releaseLiveLock(state)] : []),
      ],
    });
  },
});
