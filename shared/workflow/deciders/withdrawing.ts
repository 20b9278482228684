import { accept } from '../../api/errors.ts';
import { defineAct } from '../act.ts';
import { applicantSide } from '../gates.ts';
import { giveBackGrant } from '../grant-effects.ts';
import { releaseLiveLock } from '../live-lock.ts';
import { needed } from '../needed.ts';
import { releaseReserved } from '../reserving.ts';

/** As long as nothing has been delivered. In public notice what the approval took goes back. */
export const withdraw = defineAct<'withdraw', 'under-review' | 'returned' | 'in-notice'>({
  roles: ['applicant'],
  from: ['under-review', 'returned', 'in-notice'],
  gate: applicantSide,

  decide({ reason }, state, context) {
    const revoked = state.status === 'in-notice' ? needed(context.grant, 'grant') : undefined;
    return accept({
      event: {
        type: 'application-withdrawn',
        data: { ...(reason !== undefined && { reason }), ...(revoked && { revoked }) },
      },
      effects: [
        releaseLiveLock(state),
        ...(revoked ? giveBackGrant(revoked) : []),
        ...(state.status === 'in-notice' ? [] : releaseReserved(state)),
      ],
    });
  },
});
