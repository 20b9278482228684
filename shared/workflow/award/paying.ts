import { accept } from '../../api/errors.ts';
import { dateInShanghai } from '../../calendar/instant.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { wrongInput } from '../input-checks.ts';
import { needed } from '../needed.ts';
import { today } from '../today.ts';
import {
  type Approved,
  atDeliveryOffice,
  awardIs,
  gives,
  noBreach,
  noPaymentUnderWay,
  nothingOwed,
  payerRoles,
  someUnpaid,
} from './award-gates.ts';
import { firstRounds } from './schedule.ts';
import { fundOf, unpaid } from './sums.ts';

/** One payment at a time, in as many parts as are wanted. */
export const preparePayment = defineAct<'prepare-payment', 'approved'>({
  roles: payerRoles,
  from: ['approved'],
  gate: inOrder<Approved>(
    gives('money'),
    atDeliveryOffice,
    awardIs('to-be-delivered', 'active'),
    noPaymentUnderWay,
    someUnpaid,
    noBreach,
    nothingOwed,
  ),

  decide({ amount, note }, state) {
    if (amount > unpaid(state)) {
      return wrongInput(
        '/amount',
        'more-than-unpaid',
        text('金额超过尚未支付的部分。', 'More than what is still unpaid.'),
      );
    }
    const part = (state.parts ?? 0) + 1;
    const data = { part, amount, ...(note !== undefined && { note }) };
    return accept({ event: { type: 'payment-prepared', data }, effects: [] });
  },
});

const prepared: Gate<Approved> = (state) =>
  state.payment !== undefined && state.payment.approvedBy === undefined ? undefined : notNow(state);

const bySomeoneElse: Gate<Approved> = ({ payment }, { actor }) =>
  payment?.by === actor.id ? { code: 'second-officer-required' } : undefined;

export const approvePayment = defineAct<'approve-payment', 'approved'>({
  roles: payerRoles,
  from: ['approved'],
  gate: inOrder<Approved>(prepared, atDeliveryOffice, bySomeoneElse),
  decide(_, state) {
    const { part } = needed(state.payment, 'a payment');
    return accept({ event: { type: 'payment-approved', data: { part } }, effects: [] });
  },
});

export const cancelPayment = defineAct<'cancel-payment', 'approved'>({
  roles: payerRoles,
  from: ['approved'],
  gate: inOrder<Approved>(prepared, atDeliveryOffice),
  decide({ reason }, state) {
    const { part } = needed(state.payment, 'a payment');
    return accept({ event: { type: 'payment-cancelled', data: { part, reason } }, effects: [] });
  },
});

const sent: Gate<Approved> = (state) => (state.payment?.approvedBy === undefined ? notNow(state) : undefined);

/** The bank has paid: the first time, the obligations begin. */
export const recordPaid = defineAct<'record-paid', 'approved'>({
  roles: payerRoles,
  from: ['approved'],
  gate: inOrder<Approved>(sent, atDeliveryOffice),

  decide({ voucher, paidOn }, state, context) {
    const {
      part,
      amount,
      approvedOn = dateInShanghai(state.approvedAt),
    } = needed(state.payment, 'a payment');
    if (paidOn > today(context) || paidOn < approvedOn) {
      return wrongInput(
        '/paidOn',
        'date-out-of-range',
        text(
          '付款日期不能早于复核同意付款的那一天，也不能晚于今天。',
          'The day must lie between the approval of this payment and today.',
        ),
      );
    }
    const fund = fundOf(state, context.programme);
    const first = state.deliveredOn === undefined;
    return accept({
      event: {
        type: 'payment-made',
        data: {
          part,
          amount,
          fund,
          voucher,
          paidOn,
          ...(first && { schedule: firstRounds(context.programme, { deliveredOn: paidOn }) }),
        },
      },
      effects: [{ kind: 'pay-from-fund', fund, amount }],
    });
  },
});

/** The bank has not: the sum is unpaid again. */
export const recordPaymentFailed = defineAct<'record-payment-failed', 'approved'>({
  roles: payerRoles,
  from: ['approved'],
  gate: inOrder<Approved>(sent, atDeliveryOffice),
  decide({ reason }, state) {
    const { part } = needed(state.payment, 'a payment');
    return accept({ event: { type: 'payment-failed', data: { part, reason } }, effects: [] });
  },
});
