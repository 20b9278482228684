import { accept, refuse } from '../../api/errors.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import type { Context } from '../context.ts';
import type { Effect } from '../effects.ts';
import { deskRoles } from '../gates.ts';
import { capOf } from '../grant.ts';
import { wrongInput } from '../input-checks.ts';
import { needed } from '../needed.ts';
import { officeOf } from '../stages.ts';
import { today } from '../today.ts';
import {
  type Approved,
  atDeliveryOffice,
  atOwnerOffice,
  awardIs,
  noPaymentUnderWay,
  payerRoles,
  someBreach,
} from './award-gates.ts';
import { mendDaysOver } from './breaching.ts';
import { obligationOf, roundAfter } from './schedule.ts';
import { fundOf, outstanding, recoverableAtMost, unpaid } from './sums.ts';

/** What is not paid goes back to the fund and no longer counts against the enterprise's cap. */
export function releaseEffects(amount: number, state: Approved, { programme }: Context): readonly Effect[] {
  if (amount === 0) return [];
  const counted = capOf(programme, state);
  return [
    { kind: 'return-to-fund', fund: fundOf(state, programme), amount },
    ...(counted === undefined ? [] : [{ kind: 'uncount-against-cap', cap: counted.cap, amount } as const]),
  ];
}

/** The floor is free from tomorrow on. */
export function endLease({ lease }: Approved, context: Context): readonly Effect[] {
  if (lease === undefined) return [];
  const { unit, area } = needed(needed(context.grant, 'grant').premises, 'the premises');
  const to = today(context);
  // A lease that has not begun yet shrinks to the day of the decision.
  const [from = to] = [lease.from, to].toSorted();
  return [{ kind: 'move-allotment', unit, area, from, to }];
}

const bySomeoneElse: Gate<Approved> = ({ breach }, { actor }) =>
  breach?.by === actor.id ? { code: 'second-officer-required' } : undefined;

/**
 * The breach was not mended in time: the office that answers for the programme asks money back, by someone
 * other than who found the breach. The same days as for mending are given to repay.
 */
export const openRecovery = defineAct<'open-recovery', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(
    someBreach,
    atOwnerOffice,
    awardIs('active'),
    noPaymentUnderWay,
    mendDaysOver,
    bySomeoneElse,
  ),

  decide({ amount, terminate, reason }, state, context) {
    const { programme, calendar } = context;
    const { obligation: id } = needed(state.breach, 'a breach');
    const computed = Math.min(needed(context.recoverable, 'the sum to recover'), recoverableAtMost(state));
    if (amount > computed) return refuse('amount-above-computed', { params: { amount, computed } });
    if (amount === 0 && !terminate) {
      return wrongInput(
        '/amount',
        'nothing-to-recover',
        text('不终止的，追回金额不能为零。', 'Unless the award ends, some sum must be recovered.'),
      );
    }
    const obligation = obligationOf(programme, id);
    const duty = state.duties?.find((one) => one.id === id);
    const delivered = { deliveredOn: needed(state.deliveredOn, 'a delivery'), endsOn: state.lease?.to };
    const next = terminate || duty === undefined ? undefined : roundAfter(programme, duty, delivered);
    const released = terminate ? unpaid(state) : 0;
    return accept({
      event: {
        type: 'recovery-opened',
        data: {
          obligation: id,
          amount,
          computed,
          reason,
          terminates: terminate,
          released,
          office: officeOf(programme.delivery.office, state),
          due: calendar.addWorkingDays(today(context), obligation.mendWorkingDays).date,
          ...(next && { next }),
        },
      },
      effects: [
        ...(amount > 0 ? [{ kind: 'open-recovery', enterprise: state.enterprise } as const] : []),
        ...releaseEffects(released, state, context),
        ...(terminate ? endLease(state, context) : []),
      ],
    });
  },
});

/** Also of what was written off: it may come after all. */
const someOutstanding: Gate<Approved> = (state) => (outstanding(state) > 0 ? undefined : notNow(state));

export const recordRepayment = defineAct<'record-repayment', 'approved'>({
  roles: payerRoles,
  from: ['approved'],
  gate: inOrder<Approved>(someOutstanding, atDeliveryOffice),

  decide({ amount, voucher, receivedOn }, state, context) {
    const left = outstanding(state);
    if (amount > left) {
      return wrongInput(
        '/amount',
        'more-than-outstanding',
        text('金额超过尚未追回的部分。', 'More than what is still outstanding.'),
      );
    }
    if (receivedOn > today(context)) {
      return wrongInput(
        '/receivedOn',
        'date-out-of-range',
        text('到账日期不能晚于今天。', 'The day cannot lie in the future.'),
      );
    }
    const { benefit } = context.programme;
    return accept({
      event: { type: 'repayment-recorded', data: { amount, voucher, receivedOn } },
      effects: [
        ...(benefit.kind === 'money'
          ? [{ kind: 'repay-to-fund', fund: fundOf(state, context.programme), amount } as const]
          : []),
        ...(amount === left ? [{ kind: 'settle-recovery', enterprise: state.enterprise } as const] : []),
      ],
    });
  },
});
