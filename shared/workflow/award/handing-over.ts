import { accept, refuse } from '../../api/errors.ts';
import { addCalendarDays, addMonths } from '../../calendar/date.ts';
import { dateInShanghai } from '../../calendar/instant.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { deskRoles } from '../gates.ts';
import { wrongInput } from '../input-checks.ts';
import { needed } from '../needed.ts';
import { today } from '../today.ts';
import { type Approved, atDeliveryOffice, atTownOffice, awardIs, gives, nothingOwed } from './award-gates.ts';
import { handoverItemLabels, handoverItems } from './handover-items.ts';
import { firstRounds } from './schedule.ts';

/** A lease is confirmed every year while it runs, 房屋使用年度核查. */
const confirmationMonths = 12;

/** The day by which a lease is to be confirmed next; undefined when it is over by then. */
function nextConfirmation(after: string, leaseTo: string): { readonly confirmBy?: string } {
  const confirmBy = addMonths(after, confirmationMonths);
  return confirmBy <= leaseTo ? { confirmBy } : {};
}

/** The keys are given: the lease and the obligations begin. The lease may be shorter than granted, never longer. */
export const confirmHandover = defineAct<'confirm-handover', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(gives('premises'), atDeliveryOffice, awardIs('to-be-delivered'), nothingOwed),

  decide({ checklist, leaseFrom, leaseTo }, state, context) {
    const missing = handoverItems.filter((item) => !checklist.includes(item));
    if (missing.length > 0) {
      const errors = missing.map((item) => ({
        path: `/checklist/${item}`,
        code: 'not-checked',
        message: handoverItemLabels[item],
      }));
      return refuse('checklist-incomplete', { errors });
    }
    const { unit, area, months, from, to } = needed(needed(context.grant, 'grant').premises, 'the premises');
    const longest = addCalendarDays(addMonths(leaseFrom, months), -1);
    if (leaseFrom < dateInShanghai(state.approvedAt) || leaseTo < leaseFrom || leaseTo > longest) {
      return wrongInput(
        '/leaseTo',
        'lease-out-of-range',
        text(
          '租期应在批准之后开始，且不长于批准的月数。',
          'The lease begins after the approval and is no longer than granted.',
        ),
      );
    }
    const delivered = { deliveredOn: today(context), endsOn: leaseTo };
    return accept({
      event: {
        type: 'premises-handed-over',
        data: {
          unit,
          checklist: [...checklist],
          lease: { from: leaseFrom, to: leaseTo, ...nextConfirmation(leaseFrom, leaseTo) },
          schedule: firstRounds(context.programme, delivered),
        },
      },
      effects:
        leaseFrom === from && leaseTo === to
          ? []
          : [{ kind: 'move-allotment', unit, area, from: leaseFrom, to: leaseTo }],
    });
  },
});

/** Before the confirmation is due: a year is not confirmed long before it has passed. */
export const confirmableMonths = 1;

const confirmationOpen: Gate<Approved> = (state, view) => {
  const confirmBy = state.lease?.confirmBy;
  if (confirmBy === undefined) return notNow(state);
  const earliest = addMonths(confirmBy, -confirmableMonths);
  return today(view) < earliest ? { code: 'too-early', params: { earliest } } : undefined;
};

export const confirmLease = defineAct<'confirm-lease', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(atTownOffice, awardIs('active'), confirmationOpen),
  decide({ findings }, state) {
    const lease = needed(state.lease, 'a lease');
    const next = nextConfirmation(needed(lease.confirmBy, 'a confirmation'), lease.to);
    return accept({ event: { type: 'lease-confirmed', data: { findings, ...next } }, effects: [] });
  },
});
