import type { Actor } from '../../shared/identity/actor.ts';
import type { CommandType } from '../../shared/workflow/command.ts';
import type { CaseView } from '../../shared/workflow/state.ts';
import { people } from './case-desk.ts';

const side = {
  submit: 'applicant',
  resubmit: 'applicant',
  withdraw: 'applicant',
  'request-internal-review': 'applicant',
  rate: 'applicant',
  claim: 'desk',
  release: 'desk',
  delegate: 'desk',
  accept: 'desk',
  'return-for-correction': 'desk',
  'not-accept': 'desk',
  'record-visit': 'desk',
  'confirm-visit': 'colleague',
  recommend: 'desk',
  approve: 'desk',
  refuse: 'desk',
  'request-expedite': 'desk',
  'consent-expedite': 'head',
  'extend-clock': 'head',
  'answer-objection': 'colleague',
  'decide-internal-review': 'desk',
  'move-due-date': 'clock',
  'deem-accepted': 'clock',
  lapse: 'clock',
  escalate: 'clock',
  'close-notice': 'clock',
  object: 'public',
  'supply-documents': 'applicant',
  'submit-report': 'applicant',
  'prepare-payment': 'payer',
  'approve-payment': 'second payer',
  'cancel-payment': 'payer',
  'record-paid': 'payer',
  'record-payment-failed': 'payer',
  'record-sent-back': 'payer',
  'record-repayment': 'payer',
  'propose-write-off': 'payer',
  'confirm-handover': 'town',
  'confirm-lease': 'town',
  'assess-report': 'town',
  'record-breach': 'town',
  'confirm-mended': 'town',
  'open-recovery': 'owner',
  'approve-write-off': 'owner',
  'decline-write-off': 'owner',
  'release-unpaid': 'owner',
  'cancel-award': 'owner',
  'mark-report-overdue': 'clock',
  'mark-mend-over': 'clock',
  'close-award': 'clock',
} as const satisfies Record<CommandType, string>;

const fixed = {
  applicant: people.applicant,
  public: people.otherApplicant,
  clock: people.clock,
  payer: people.financeA,
  'second payer': people.financeB,
  town: people.townC,
  owner: people.bureauB,
} as const;

const offices = {
  'town-610926100': { desk: people.townB, colleague: people.townA, head: people.townHead },
  'human-resources-bureau': { desk: people.bureauA, colleague: people.bureauB, head: people.bureauHead },
  'county-office': { desk: people.countyA, colleague: people.countyB, head: people.leader },
} as const;

/** Who would send a command to this case in the ordinary course: its holder, or the people of its office. */
export function usualSender(command: CommandType, state: CaseView): Actor {
  const who = side[command];
  if (who !== 'desk' && who !== 'colleague' && who !== 'head') return fixed[who];
  const holder = 'officer' in state ? state.officer : undefined;
  if (who === 'desk' && holder !== undefined) return Object.values(people).find(({ id }) => id === holder)!;
  const office = 'office' in state ? state.office : undefined;
  const [, staff] = Object.entries(offices).find(([id]) => id === office) ?? ['', offices['town-610926100']];
  return staff[who];
}
