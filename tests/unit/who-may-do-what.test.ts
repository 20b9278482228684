import { describe, expect, test } from 'vitest';
import { availableActions } from '../../shared/workflow/available-actions.ts';
import { type CommandType, commandTypes } from '../../shared/workflow/command.ts';
import { viewStatuses } from '../../shared/workflow/state.ts';
import { type PersonName, people } from '../support/case-desk.ts';
import { type Situation, situations } from '../support/situations.ts';
import { usualSender } from '../support/usual-sender.ts';

const names = Object.keys(people) as PersonName[];
const anyone = names.filter((name) => name !== 'clock').join(' ');

/** In each situation, the people who may send each command; a command that is not listed is for nobody. */
const who: Record<Situation, Partial<Record<CommandType, string>>> = {
  draft: {
    submit: 'applicant',
  },
  'at acceptance': {
    withdraw: 'applicant partner',
    claim: 'townA townB townC townHead',
    delegate: 'townHead',
    'extend-clock': 'townHead',
  },
  'at acceptance, claimed': {
    withdraw: 'applicant partner',
    release: 'townA townHead',
    delegate: 'townA townHead',
    accept: 'townA',
    'return-for-correction': 'townA',
    'not-accept': 'townA',
    'request-expedite': 'townA',
    'extend-clock': 'townHead',
  },
  'at acceptance, holidays published since': {
    withdraw: 'applicant partner',
    claim: 'townA townB townC townHead',
    delegate: 'townHead',
    'extend-clock': 'townHead',
    'move-due-date': 'clock',
  },
  'at acceptance, days over': {
    withdraw: 'applicant partner',
    release: 'townA townHead',
    delegate: 'townA townHead',
    accept: 'townA',
    'request-expedite': 'townA',
    'deem-accepted': 'clock',
  },
  returned: {
    resubmit: 'applicant partner',
    withdraw: 'applicant partner',
  },
  'returned, days over': {
    withdraw: 'applicant partner',
    lapse: 'clock',
  },
  'back from correction': {
    withdraw: 'applicant partner',
    release: 'townA townHead',
    delegate: 'townA townHead',
    accept: 'townA',
    'return-for-correction': 'townHead',
    'not-accept': 'townA',
    'request-expedite': 'townA',
    'extend-clock': 'townHead',
  },
  'at town review': {
    withdraw: 'applicant partner',
    claim: 'townB townC townHead',
    delegate: 'townHead',
    'extend-clock': 'townHead',
  },
  'at town review, claimed': {
    withdraw: 'applicant partner',
    release: 'townB townHead',
    delegate: 'townB townHead',
    'return-for-correction': 'townB',
    'record-visit': 'townB',
    'request-expedite': 'townB',
    'extend-clock': 'townHead',
  },
  'at town review, visited by one': {
    withdraw: 'applicant partner',
    release: 'townB townHead',
    delegate: 'townB townHead',
    'return-for-correction': 'townB',
    'confirm-visit': 'townA townC townHead',
    'request-expedite': 'townB',
    'extend-clock': 'townHead',
  },
  'at town review, visited by two': {
    withdraw: 'applicant partner',
    release: 'townB townHead',
    delegate: 'townB townHead',
    'return-for-correction': 'townB',
    recommend: 'townB',
    'request-expedite': 'townB',
    'extend-clock': 'townHead',
  },
  'at the bureau': {
    withdraw: 'applicant partner',
    claim: 'bureauA bureauB bureauHead relative',
    delegate: 'bureauHead',
    'extend-clock': 'bureauHead',
  },
  'at the bureau, claimed': {
    withdraw: 'applicant partner',
    release: 'bureauA bureauHead',
    delegate: 'bureauA bureauHead',
    'return-for-correction': 'bureauA',
    approve: 'bureauA',
    refuse: 'bureauA',
    'request-expedite': 'bureauA',
    'extend-clock': 'bureauHead',
  },
  'at the bureau, expedite asked for': {
    withdraw: 'applicant partner',
    release: 'bureauA bureauHead',
    delegate: 'bureauA bureauHead',
    'return-for-correction': 'bureauA',
    approve: 'bureauA',
    refuse: 'bureauA',
    'consent-expedite': 'bureauHead leader',
    'extend-clock': 'bureauHead',
  },
  'at the bureau, half used': {
    withdraw: 'applicant partner',
    claim: 'bureauA bureauB bureauHead relative',
    delegate: 'bureauHead',
    'extend-clock': 'bureauHead',
    escalate: 'clock',
  },
  'at the bureau, days over': {
    withdraw: 'applicant partner',
    claim: 'bureauA bureauB bureauHead relative',
    delegate: 'bureauHead',
    escalate: 'clock',
  },
  'at the joint meeting, claimed': {
    withdraw: 'applicant partner',
    release: 'countyA leader',
    delegate: 'countyA leader',
    'return-for-correction': 'countyA',
    approve: 'countyA',
    refuse: 'countyA',
    'request-expedite': 'countyA',
    'extend-clock': 'leader',
  },
  'in notice': {
    withdraw: 'applicant partner',
    object: anyone,
  },
  'in notice, objection open': {
    withdraw: 'applicant partner',
    'answer-objection': 'countyB leader',
    object: anyone,
  },
  'in notice, days over': {
    withdraw: 'applicant partner',
    'close-notice': 'clock',
  },
  'in notice, days over, objection open': {
    withdraw: 'applicant partner',
    'answer-objection': 'countyB leader',
  },
  approved: {
    rate: 'applicant partner',
    'prepare-payment': 'financeA financeB financeHead',
    'cancel-award': 'bureauA bureauB bureauHead relative',
  },
  'approved, document owed': {
    rate: 'applicant partner',
    'supply-documents': 'applicant partner',
    'cancel-award': 'bureauA bureauB bureauHead relative',
  },
  'approved, delivery late': {
    rate: 'applicant partner',
    escalate: 'clock',
    'prepare-payment': 'financeA financeB financeHead',
    'cancel-award': 'bureauA bureauB bureauHead relative',
  },
  'payment prepared': {
    rate: 'applicant partner',
    'approve-payment': 'financeB financeHead',
    'cancel-payment': 'financeA financeB financeHead',
  },
  'payment agreed': {
    rate: 'applicant partner',
    'record-paid': 'financeA financeB financeHead',
    'record-payment-failed': 'financeA financeB financeHead',
  },
  'paid in part': {
    'record-sent-back': 'financeA financeB financeHead',
    rate: 'applicant partner',
    'submit-report': 'applicant partner',
    'prepare-payment': 'financeA financeB financeHead',
    'record-breach': 'townA townB townC townHead',
    'release-unpaid': 'bureauA bureauB bureauHead relative',
  },
  'paid, under supervision': {
    'record-sent-back': 'financeA financeB financeHead',
    rate: 'applicant partner',
    'submit-report': 'applicant partner',
    'record-breach': 'townA townB townC townHead',
  },
  'paid, sent back by the bank': {
    rate: 'applicant partner',
    'prepare-payment': 'financeA financeB financeHead',
    'cancel-award': 'bureauA bureauB bureauHead relative',
  },
  'report handed in': {
    'record-sent-back': 'financeA financeB financeHead',
    rate: 'applicant partner',
    'submit-report': 'applicant partner',
    'assess-report': 'townA townB townC townHead',
    'record-breach': 'townA townB townC townHead',
  },
  'report late': {
    'record-sent-back': 'financeA financeB financeHead',
    rate: 'applicant partner',
    'submit-report': 'applicant partner',
    'record-breach': 'townA townB townC townHead',
    'mark-report-overdue': 'clock',
  },
  'breach being mended': {
    'record-sent-back': 'financeA financeB financeHead',
    rate: 'applicant partner',
    'submit-report': 'applicant partner',
    'confirm-mended': 'townA townB townC townHead',
  },
  'breach, days to mend over': {
    'record-sent-back': 'financeA financeB financeHead',
    rate: 'applicant partner',
    'submit-report': 'applicant partner',
    'confirm-mended': 'townA townB townC townHead',
    'open-recovery': 'bureauA bureauB bureauHead relative',
    'mark-mend-over': 'clock',
  },
  'in recovery': {
    rate: 'applicant partner',
    'record-repayment': 'financeA financeB financeHead',
    'propose-write-off': 'financeA financeB financeHead',
  },
  'write-off proposed': {
    rate: 'applicant partner',
    'record-repayment': 'financeA financeB financeHead',
    'approve-write-off': 'bureauA bureauB bureauHead relative',
    'decline-write-off': 'bureauA bureauB bureauHead relative',
  },
  'written off': {
    rate: 'applicant partner',
    'record-repayment': 'financeA financeB financeHead',
  },
  'paid, nothing to supervise': {
    'record-sent-back': 'financeA financeB financeHead',
    rate: 'applicant partner',
    'close-award': 'clock',
  },
  'premises to be handed over': {
    rate: 'applicant partner',
    'confirm-handover': 'townA townB townC townHead',
    'cancel-award': 'bureauA bureauB bureauHead relative',
  },
  'premises let': {
    rate: 'applicant partner',
    'submit-report': 'applicant partner',
    'record-breach': 'townA townB townC townHead',
  },
  'premises let, lease to confirm': {
    rate: 'applicant partner',
    'submit-report': 'applicant partner',
    'confirm-lease': 'townA townB townC townHead',
    'assess-report': 'townA townB townC townHead',
    'record-breach': 'townA townB townC townHead',
    'mark-report-overdue': 'clock',
  },
  'award closed': {
    'record-sent-back': 'financeA financeB financeHead',
    rate: 'applicant partner',
  },
  'approved, rated': {
    'prepare-payment': 'financeA financeB financeHead',
    'cancel-award': 'bureauA bureauB bureauHead relative',
  },
  rejected: {
    'request-internal-review': 'applicant partner',
    rate: 'applicant partner',
  },
  'rejected, review period over': {
    rate: 'applicant partner',
  },
  'rejected, review asked for': {
    rate: 'applicant partner',
    'decide-internal-review': 'countyA countyB leader',
  },
  'rejected, refusal upheld': {
    rate: 'applicant partner',
  },
  'not accepted': {
    rate: 'applicant partner',
  },
  withdrawn: {
    rate: 'applicant partner',
  },
  lapsed: {
    rate: 'applicant partner',
  },
};

/** What the one who would usually send it is told instead; `action-not-allowed` where nothing is listed. */
const refusals: Record<Situation, Partial<Record<CommandType, string>>> = {
  draft: {},
  'at acceptance': {
    delegate: 'not-claimed-by-you',
    accept: 'not-claimed-by-you',
    'return-for-correction': 'not-claimed-by-you',
    'not-accept': 'not-claimed-by-you',
    'request-expedite': 'not-claimed-by-you',
    'deem-accepted': 'too-early',
    escalate: 'too-early',
  },
  'at acceptance, holidays published since': {
    delegate: 'not-claimed-by-you',
    accept: 'not-claimed-by-you',
    'return-for-correction': 'not-claimed-by-you',
    'not-accept': 'not-claimed-by-you',
    'request-expedite': 'not-claimed-by-you',
    'deem-accepted': 'too-early',
    escalate: 'too-early',
  },
  'at acceptance, claimed': {
    'deem-accepted': 'too-early',
    escalate: 'too-early',
  },
  'at acceptance, days over': {
    'return-for-correction': 'too-late',
    'not-accept': 'too-late',
    'extend-clock': 'too-late',
  },
  returned: {
    lapse: 'too-early',
  },
  'returned, days over': {
    resubmit: 'too-late',
  },
  'back from correction': {
    'return-for-correction': 'correction-already-used',
    'deem-accepted': 'too-early',
    escalate: 'too-early',
  },
  'at town review': {
    delegate: 'not-claimed-by-you',
    'return-for-correction': 'not-claimed-by-you',
    'record-visit': 'not-claimed-by-you',
    recommend: 'not-claimed-by-you',
    'request-expedite': 'not-claimed-by-you',
    escalate: 'too-early',
  },
  'at town review, claimed': {
    recommend: 'site-visit-required',
    escalate: 'too-early',
  },
  'at town review, visited by one': {
    recommend: 'second-officer-required',
    escalate: 'too-early',
  },
  'at town review, visited by two': {
    escalate: 'too-early',
  },
  'at the bureau': {
    delegate: 'not-claimed-by-you',
    'return-for-correction': 'not-claimed-by-you',
    approve: 'not-claimed-by-you',
    refuse: 'not-claimed-by-you',
    'request-expedite': 'not-claimed-by-you',
    escalate: 'too-early',
  },
  'at the bureau, claimed': {
    escalate: 'too-early',
  },
  'at the bureau, expedite asked for': {
    escalate: 'too-early',
  },
  'at the bureau, half used': {
    delegate: 'not-claimed-by-you',
    'return-for-correction': 'not-claimed-by-you',
    approve: 'not-claimed-by-you',
    refuse: 'not-claimed-by-you',
    'request-expedite': 'not-claimed-by-you',
  },
  'at the bureau, days over': {
    delegate: 'not-claimed-by-you',
    'return-for-correction': 'not-claimed-by-you',
    approve: 'not-claimed-by-you',
    refuse: 'not-claimed-by-you',
    'request-expedite': 'not-claimed-by-you',
    'extend-clock': 'too-late',
  },
  'at the joint meeting, claimed': {
    escalate: 'too-early',
  },
  'in notice': {
    'close-notice': 'too-early',
  },
  'in notice, objection open': {
    'close-notice': 'objection-open',
  },
  'in notice, days over': {
    object: 'too-late',
  },
  'in notice, days over, objection open': {
    'close-notice': 'objection-open',
    object: 'too-late',
  },
  approved: {
    escalate: 'too-early',
  },
  'approved, document owed': {
    escalate: 'too-early',
    'prepare-payment': 'document-not-uploaded',
  },
  'approved, delivery late': {},
  'payment prepared': {
    escalate: 'too-early',
  },
  'payment agreed': {
    escalate: 'too-early',
  },
  'paid in part': {
    'mark-report-overdue': 'too-early',
  },
  'paid, under supervision': {
    'mark-report-overdue': 'too-early',
  },
  'paid, sent back by the bank': {
    escalate: 'too-early',
  },
  'report handed in': {
    'mark-report-overdue': 'too-early',
  },
  'report late': {},
  'breach being mended': {
    'open-recovery': 'too-early',
    'mark-report-overdue': 'too-early',
    'mark-mend-over': 'too-early',
  },
  'breach, days to mend over': {
    'mark-report-overdue': 'too-early',
  },
  'in recovery': { 'record-sent-back': 'counts-as-repayment' },
  'write-off proposed': { 'record-sent-back': 'counts-as-repayment' },
  'written off': { 'record-sent-back': 'counts-as-repayment' },
  'paid, nothing to supervise': {},
  'premises to be handed over': {
    escalate: 'too-early',
  },
  'premises let': {
    'confirm-lease': 'too-early',
    'mark-report-overdue': 'too-early',
  },
  'premises let, lease to confirm': {},
  'award closed': {},
  'approved, rated': {
    escalate: 'too-early',
  },
  rejected: {},
  'rejected, review period over': {
    'request-internal-review': 'too-late',
  },
  'rejected, review asked for': {},
  'rejected, refusal upheld': {},
  'not accepted': {},
  withdrawn: {},
  lapsed: {},
};

const situationNames = Object.keys(situations) as Situation[];

test('the situations cover every status', () => {
  const statuses = situationNames.map((name) => situations[name]().state.status);
  expect(new Set(statuses)).toEqual(new Set(viewStatuses));
});

describe.each(situationNames)('%s', (situation) => {
  const desk = situations[situation]();
  const actionsOf = (person: PersonName) => availableActions(desk.state, desk.view(people[person]));

  test('only the right people may do the right things', () => {
    const found: Partial<Record<CommandType, string>> = {};
    for (const command of commandTypes) {
      const allowed = names.filter((name) =>
        actionsOf(name).some((action) => action.command === command && action.allowed),
      );
      if (allowed.length > 0) found[command] = allowed.join(' ');
    }
    expect(found).toEqual(who[situation]);
  });

  test.each(commandTypes)(
    '%s is possible for the usual sender, or refused for the right reason',
    (command) => {
      const sender = usualSender(command, desk.state);
      const action = availableActions(desk.state, desk.view(sender)).find((one) => one.command === command)!;
      const name = names.find((candidate) => people[candidate].id === sender.id)!;
      const expected = who[situation][command]?.split(' ').includes(name)
        ? undefined
        : (refusals[situation][command] ?? 'action-not-allowed');
      expect(action.why).toBe(expected);
    },
  );
});
