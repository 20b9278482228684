import { accept } from '../../api/errors.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { applicantSide } from '../gates.ts';
import type { StateOf } from '../state.ts';

type Decided = 'approved' | 'rejected' | 'not-accepted' | 'withdrawn' | 'lapsed';

const notRated: Gate<StateOf<Decided>> = (state) => (state.rated === undefined ? undefined : notNow(state));

/** 好差评: once, after the office is done. */
export const rate = defineAct<'rate', Decided>({
  roles: ['applicant'],
  from: ['approved', 'rejected', 'not-accepted', 'withdrawn', 'lapsed'],
  gate: inOrder<StateOf<Decided>>(applicantSide, notRated),
  decide: ({ stars, comment }) =>
    accept({
      event: { type: 'service-rated', data: { stars, ...(comment !== undefined && { comment }) } },
      effects: [],
    }),
});
