import { expect, test } from 'vitest';
import { type Role, roles } from '../../shared/identity/actor.ts';
import { acts } from '../../shared/workflow/acts.ts';
import { type CommandType, commandTypes } from '../../shared/workflow/command.ts';
import { type Situation, situations } from '../support/situations.ts';
import { usualSender } from '../support/usual-sender.ts';

const officials: readonly Role[] = ['reviewer', 'supervisor', 'leader'];
const payers: readonly Role[] = ['finance', ...officials];
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
  'move-due-date': ['at acceptance, holidays published since', ['system']],
  'deem-accepted': ['at acceptance, days over', ['system']],
  lapse: ['returned, days over', ['system']],
  escalate: ['at the bureau, half used', ['system']],
  'close-notice': ['in notice, days over', ['system']],
  object: ['in notice', everybody],
  'supply-documents': ['approved, document owed', ['applicant', ...officials]],
  'submit-report': ['paid, under supervision', ['applicant', ...officials]],
  'prepare-payment': ['approved', payers],
  'approve-payment': ['payment prepared', payers],
  'cancel-payment': ['payment prepared', payers],
  'record-paid': ['payment agreed', payers],
  'record-payment-failed': ['payment agreed', payers],
  'record-sent-back': ['paid, under supervision', payers],
  'record-repayment': ['in recovery', payers],
  'propose-write-off': ['in recovery', payers],
  'confirm-handover': ['premises to be handed over', officials],
  'confirm-lease': ['premises let, lease to confirm', officials],
  'assess-report': ['report handed in', officials],
  'record-breach': ['paid, under supervision', officials],
  'confirm-mended': ['breach being mended', officials],
  'open-recovery': ['breach, days to mend over', officials],
  'approve-write-off': ['write-off proposed', officials],
  'decline-write-off': ['write-off proposed', officials],
  'release-unpaid': ['paid in part', officials],
  'cancel-award': ['approved', officials],
  'mark-report-overdue': ['report late', ['system']],
  'mark-mend-over': ['breach, days to mend over', ['system']],
  'close-award': ['paid, nothing to supervise', ['system']],
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
