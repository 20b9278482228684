import { expect, test } from 'vitest';
import { type Role, roles } from '../../shared/identity/actor.ts';
import { acts } from '../../shared/workflow/acts.ts';
import { type CommandType, commandTypes } from '../../shared/workflow/command.ts';
import { type Situation, situations } from '../support/situations.ts';
import { usualSender } from '../support/usual-sender.ts';

const officials: readonly Role[] = ['reviewer', 'supervisor', 'leader'];
const everybody = roles.filter((role) => role !== 'system');

/**
 * For each command, a situation in which its usual sender may send it, and every role with which the same
 * person could do so, sitting at the same office with the same case in hand.
 */
const table: Record<CommandType, readonly [Situation, readonly Role[]]> = {
  submit: ['draft', ['applicant', ...officials]],
  resubmit: ['returned', ['applicant', ...officials]],
  withdraw: ['at acceptance', ['applicant']],
  'request-internal-review': ['rejected', ['applicant', ...officials]],
  rate: ['rejected', ['applicant']],
  claim: ['at acceptance', officials],
  release: ['at acceptance, claimed', officials],
  delegate: ['at acceptance, claimed', officials],
  accept: ['at acceptance, claimed', officials],
  'return-for-correction': ['at acceptance, claimed', officials],
  'not-accept': ['at acceptance, claimed', officials],
  'record-visit': ['at town review, claimed', officials],
  'confirm-visit': ['at town review, visited by one', officials],
  recommend: ['at town review, visited by two', officials],
  approve: ['at the bureau, claimed', officials],
  refuse: ['at the bureau, claimed', officials],
  'request-expedite': ['at the bureau, claimed', officials],
  'consent-expedite': ['at the bureau, expedite asked for', ['supervisor', 'leader']],
  'extend-clock': ['at the bureau, claimed', ['supervisor', 'leader']],
  'answer-objection': ['in notice, objection open', officials],
  'decide-internal-review': ['rejected, review asked for', officials],
  'deem-accepted': ['at acceptance, days over', ['system']],
  lapse: ['returned, days over', ['system']],
  escalate: ['at the bureau, half used', ['system']],
  'close-notice': ['in notice, days over', ['system']],
  object: ['in notice', everybody],
};

test.each(commandTypes.flatMap((command) => roles.map((role) => [role, command] as const)))(
  'may the role %s send %s?',
  (role, command) => {
    const [situation, allowed] = table[command];
    const desk = situations[situation]();
    const sender = { ...usualSender(command, desk.state), roles: [role] };
    const refusal = acts[command].gate(desk.state, desk.view(sender));
    expect(refusal?.code).toBe(allowed.includes(role) ? undefined : 'not-permitted');
  },
);
