import { accept } from '../../api/errors.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { deskRoles } from '../gates.ts';
import { officeOf } from '../stages.ts';
import { type Approved, atDeliveryOffice, atOwnerOffice, awardIs, payerRoles } from './award-gates.ts';
import { endLease, releaseEffects } from './recovering.ts';
import { outstanding, unpaid } from './sums.ts';

/**
 * 核销: a recovery that cannot be collected leaves the books. No money moves, since what was paid stays paid; the
 * enterprise goes on owing it (账销案存), so it gets nothing new until it has repaid after all.
 */
const proposed: Gate<Approved> = (state) =>
  state.recovery?.writeOffBy === undefined ? notNow(state) : undefined;
const notProposed: Gate<Approved> = (state) =>
  state.recovery?.writeOffBy === undefined ? undefined : notNow(state);

const bySomeoneElse: Gate<Approved> = ({ recovery }, { actor }) =>
  recovery?.writeOffBy === actor.id ? { code: 'second-officer-required' } : undefined;

/** By the office that collects: it knows what it has tried. */
export const proposeWriteOff = defineAct<'propose-write-off', 'approved'>({
  roles: payerRoles,
  from: ['approved'],
  gate: inOrder<Approved>(awardIs('in-recovery'), notProposed, atDeliveryOffice),
  decide({ reason, basis }, state, { programme }) {
    const data = { amount: outstanding(state), reason, basis, office: officeOf(programme.owner, state) };
    return accept({ event: { type: 'write-off-proposed', data }, effects: [] });
  },
});

/** By another person, at the office that answers for the programme; the award ends with it. */
export const approveWriteOff = defineAct<'approve-write-off', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(proposed, atOwnerOffice, bySomeoneElse),
  decide({ reason }, state, context) {
    const released = unpaid(state);
    const data = { amount: outstanding(state), released, reason };
    return accept({
      event: { type: 'written-off', data },
      effects: [
        ...releaseEffects(released, state, context),
        // A recovery that ended the award has ended its lease already.
        ...(state.recovery?.terminates ? [] : endLease(state, context)),
      ],
    });
  },
});

export const declineWriteOff = defineAct<'decline-write-off', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(proposed, atOwnerOffice, bySomeoneElse),
  decide({ reason }, state, { programme }) {
    const data = { reason, office: officeOf(programme.delivery.office, state) };
    return accept({ event: { type: 'write-off-declined', data }, effects: [] });
  },
});
