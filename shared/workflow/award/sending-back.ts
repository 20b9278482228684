import { accept } from '../../api/errors.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { delivery } from '../after-grant.ts';
import type { Effect } from '../effects.ts';
import { capOf } from '../grant.ts';
import { wrongInput } from '../input-checks.ts';
import { needed } from '../needed.ts';
import { today } from '../today.ts';
import { type Approved, atDeliveryOffice, awardIs, gives, payerRoles } from './award-gates.ts';
import { outstanding, recoverableAtMost } from './sums.ts';

const someKept: Gate<Approved> = (state) => (recoverableAtMost(state) > 0 ? undefined : notNow(state));

/** Whatever comes in while the enterprise owes money counts as repaid. */
const nothingToRepay: Gate<Approved> = (state) =>
  outstanding(state) > 0 ? { code: 'counts-as-repayment' } : undefined;

/**
 * 退汇: a payment that is on record as made comes back from the bank, days later. It is unpaid again and is paid anew
 * by two people like any other; also of an award that was closed, which it opens again. Where a recovery or a
 * write-off has ended the award it is never paid again, and goes back to the fund.
 */
export const recordSentBack = defineAct<'record-sent-back', 'approved'>({
  roles: payerRoles,
  from: ['approved'],
  gate: inOrder<Approved>(
    gives('money'),
    atDeliveryOffice,
    nothingToRepay,
    awardIs('active', 'closed'),
    someKept,
  ),

  decide({ part, voucher, returnedOn, reason }, state, context) {
    const { paid, ended } = needed(context.payments, 'the payments');
    const payment = paid.find((one) => one.part === part);
    if (payment === undefined || payment.amount > recoverableAtMost(state)) {
      return wrongInput(
        '/part',
        'not-paid',
        text('这笔款项没有付出，或者已经退回。', 'This payment was not made, or has come back already.'),
      );
    }
    if (returnedOn < payment.paidOn || returnedOn > today(context)) {
      return wrongInput(
        '/returnedOn',
        'date-out-of-range',
        text('退汇日期应在付款之后，且不晚于今天。', 'The day must lie between the payment and today.'),
      );
    }
    const { amount, fund } = payment;
    const { office, deliverBy } = delivery(state, context);
    const counted = capOf(context.programme, state);
    const unpay: Effect = { kind: ended ? 'take-back-to-fund' : 'send-back-to-fund', fund, amount };
    return accept({
      event: {
        type: 'payment-sent-back',
        data: {
          part,
          amount,
          fund,
          voucher,
          returnedOn,
          reason,
          ...(ended ? { ended } : { again: { office, due: deliverBy } }),
        },
      },
      effects: [
        unpay,
        ...(ended && counted !== undefined
          ? [{ kind: 'uncount-against-cap', cap: counted.cap, amount } as const]
          : []),
      ],
    });
  },
});
