import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { accept } from '../../api/errors.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { delivery } from '../after-grant.ts';
import {
  atOffice,
  clockRoles,
  decidedNothing,
  deskRoles,
  notAfterDue,
  notOwnCase,
  onlyAfterDue,
} from '../gates.ts';
import { giveBackGrant } from '../grant-effects.ts';
import { wrongInput } from '../input-checks.ts';
import { releaseLiveLock } from '../live-lock.ts';
import { needed } from '../needed.ts';
import type { StateOf } from '../state.ts';
import { reviewPeriod } from './refusing.ts';

type InNotice = StateOf<'in-notice'>;

/** So that nobody can swell a case without end; answering one makes room. */
const mostOpenObjections = 50;

const roomForOne: Gate<InNotice> = ({ objections }) =>
  objections.open.length < mostOpenObjections ? undefined : { code: 'too-many-requests' };

/** Anyone may, until the last minute of the last day. Objections are numbered in the order they come. */
export const object = defineAct<'object', 'in-notice'>({
  roles: ['applicant', 'reviewer', 'supervisor', 'leader', 'finance', 'auditor', 'policy'],
  from: ['in-notice'],
  gate: inOrder<InNotice>(notAfterDue, roomForOne),

  decide({ grounds }, { objections }) {
    const groundsDigest = bytesToHex(sha256(utf8ToBytes(grounds)));
    const data = { objection: objections.filed + 1, groundsDigest };
    return accept({ event: { type: 'objection-filed', data }, effects: [] });
  },
});

const someOpen: Gate<InNotice> = (state) => (state.objections.open.length > 0 ? undefined : notNow(state));

/** The notice office answers. An upheld one turns the approval into a refusal and gives everything back. */
export const answerObjection = defineAct<'answer-objection', 'in-notice'>({
  roles: deskRoles,
  from: ['in-notice'],
  gate: inOrder<InNotice>(atOffice, notOwnCase, decidedNothing, someOpen),

  decide({ objection, upheld, findings }, state, context) {
    if (!state.objections.open.includes(objection)) {
      return wrongInput(
        '/objection',
        'not-open',
        text('没有这条待答复的异议。', 'There is no such unanswered objection.'),
      );
    }
    const answer = { objection, findings };
    if (!upheld) return accept({ event: { type: 'objection-dismissed', data: answer }, effects: [] });
    const revoked = needed(context.grant, 'grant');
    return accept({
      event: {
        type: 'objection-upheld',
        data: { ...answer, revoked, ...reviewPeriod(state, context) },
      },
      effects: [releaseLiveLock(state), ...giveBackGrant(revoked)],
    });
  },
});

const allAnswered: Gate<InNotice> = ({ objections }) =>
  objections.open.length === 0 ? undefined : { code: 'objection-open' };

export const closeNotice = defineAct<'close-notice', 'in-notice'>({
  roles: clockRoles,
  from: ['in-notice'],
  gate: inOrder<InNotice>(allAnswered, onlyAfterDue),
  decide: (_, state, context) =>
    accept({
      event: { type: 'notice-closed', data: delivery(state, context) },
      effects: [releaseLiveLock(state)],
    }),
});
