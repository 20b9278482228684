import { expect } from 'vitest';
import { type WorkingCalendar, workingCalendar } from '../../shared/calendar/working-calendar.ts';
import type { Actor, Role } from '../../shared/identity/actor.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { EvaluationRecord } from '../../shared/rules/evaluation.ts';
import type { Decision } from '../../shared/workflow/act.ts';
import { handoverItems } from '../../shared/workflow/award/handover-items.ts';
import { paymentsSoFar } from '../../shared/workflow/award/payments-so-far.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import type { Appraisal, Context, Report, Submission, View } from '../../shared/workflow/context.ts';
import { decide } from '../../shared/workflow/decide.ts';
import type { Effect } from '../../shared/workflow/effects.ts';
import type { CaseEvent, Grant } from '../../shared/workflow/event.ts';
import { evolve } from '../../shared/workflow/evolve.ts';
import type { Envelope } from '../../shared/workflow/evolver.ts';
import type { DocumentRecord } from '../../shared/workflow/schema-parts.ts';
import type { CaseState, CaseView, Draft } from '../../shared/workflow/state.ts';
import {
  aProgramme,
  jointMeetingAbove,
  premisesBenefit,
  theObligations,
  townOfCase,
} from './programme-builder.ts';

const town = '610926100';
const otherTown = '610926106';
export const calendar = workingCalendar();

/** Ids are as long as those of a real issuer, so that sizes are real too. */
const person = (id: string, roles: readonly Role[], office?: string, division?: string): Actor => ({
  id: id.padEnd(36, '0'),
  roles: [...roles],
  displayName: id,
  ...(office !== undefined && { office }),
  ...(division !== undefined && { town: division }),
});
const townOfficer = (id: string, roles: readonly Role[], division = town) =>
  person(id, roles, `town-${division}`, division);

/** Everyone a case may meet, by what they are. */
export const people = {
  applicant: person('applicant-1', ['applicant']),
  otherApplicant: person('applicant-2', ['applicant']),
  partner: person('partner-1', ['applicant']),
  townA: townOfficer('town-a', ['reviewer']),
  townB: townOfficer('town-b', ['reviewer']),
  townC: townOfficer('town-c', ['reviewer']),
  townHead: townOfficer('town-head', ['reviewer', 'supervisor']),
  otherTown: townOfficer('other-town-a', ['reviewer', 'supervisor'], otherTown),
  bureauA: person('bureau-a', ['reviewer'], 'human-resources-bureau'),
  bureauB: person('bureau-b', ['reviewer'], 'human-resources-bureau'),
  bureauHead: person('bureau-head', ['reviewer', 'supervisor'], 'human-resources-bureau'),
  relative: person('relative-1', ['reviewer'], 'human-resources-bureau'),
  otherBureau: person('other-bureau-a', ['reviewer', 'supervisor'], 'poverty-relief-bureau'),
  countyA: person('county-a', ['reviewer'], 'county-office'),
  countyB: person('county-b', ['reviewer'], 'county-office'),
  leader: person('leader-1', ['leader'], 'county-office'),
  financeA: person('finance-a', ['finance'], 'finance-bureau'),
  financeB: person('finance-b', ['finance'], 'finance-bureau'),
  financeHead: person('finance-head', ['finance', 'supervisor'], 'finance-bureau'),
  auditor: person('auditor-1', ['auditor'], 'audit-office'),
  policy: person('policy-1', ['policy']),
  clock: person('clock', ['system']),
} as const;
export type PersonName = keyof typeof people;

export const enterprise = 'enterprise-1'.padEnd(43, '0');
const caseId = 'PL20260302-000001';
const digest = 'a'.repeat(64);
export const aDocument = (slot: string): DocumentRecord => ({
  slot,
  id: `document-${slot}`,
  sha256: digest,
  size: 1000,
  type: 'application/pdf',
});

export const anEvaluation = (changes: Partial<EvaluationRecord> = {}): EvaluationRecord => ({
  programme: 'test-grant',
  version: 1,
  revisionDigest: digest,
  facts: {
    today: '2026-03-02',
    fundAvailable: 100_000_000,
    awardedForItem: 0,
    awardedToEnterprise: 0,
    taken: {},
    openRecovery: false,
    dishonestyListed: false,
    premises: { known: false, freeArea: 0, referenceRent: 0, rentSource: '' },
  },
  terms: [
    { name: 'grant', value: 10_000_000 },
    { name: 'months', value: 36 },
    { name: 'area', value: 50_000 },
  ],
  rules: [{ id: 'open', result: 'met' }],
  outcome: 'eligible',
  amount: 10_000_000,
  ...changes,
});

export const anAppraisal = (changes: Partial<Appraisal> = {}): Appraisal => ({
  evaluation: anEvaluation(),
  stageApplies: (_, amount) => amount > jointMeetingAbove,
  onceOnly: { locks: ['once-1'] },
  ...changes,
});

export const aSubmission = (revision = 1, changes: Partial<Submission> = {}): Submission => ({
  town,
  enterprise,
  site: 'site-1',
  routing: {},
  revision: { number: revision, digest, documents: [] },
  changed: [],
  ...changes,
});

const aDraft: Draft = { status: 'draft', caseId, applicant: people.applicant.id };

/** A Monday morning in Pingli; 2026-03-02 is a working week without holidays. */
const firstMorning = '2026-03-02T01:00:00.000Z';

/** One case on the desk: keeps state, events and effects, and loads what a command needs, as functions do. */
export class CaseDesk {
  state: CaseView = aDraft;
  /** Events with who did them when. */
  readonly journal: (Envelope & { readonly event: CaseEvent })[] = [];
  readonly effects: Effect[] = [];
  now = firstMorning;
  calendar: WorkingCalendar = calendar;
  programme: Programme;
  appraisal: Appraisal = anAppraisal();
  submission: Submission | undefined;
  private authority: string | undefined;
  documents: readonly DocumentRecord[] = [];
  report: Report = { digest, documents: [], kept: 'yes' };
  /** Fen. */
  recoverable = 5_000_000;
  /** Enterprises by person. */
  readonly enterprises = new Map<string, readonly string[]>([[people.partner.id, [enterprise]]]);

  constructor(programme: Programme = aProgramme()) {
    this.programme = programme;
  }

  party(actor: Actor) {
    return { actor, enterprises: this.enterprises.get(actor.id) ?? [] };
  }

  view(actor: Actor): View {
    return { ...this.party(actor), now: this.now, programme: this.programme, calendar: this.calendar };
  }

  context(actor: Actor, command?: CaseCommand): Context {
    const revision = this.state.status === 'draft' ? 1 : this.state.revision + 1;
    const to = command?.type === 'delegate' ? command.to : undefined;
    const colleague = Object.values(people).find(({ id }) => id === to);
    const { open } = this;
    const grant = this.grant();
    return {
      ...this.view(actor),
      programmeHash: digest,
      appraisal: this.appraisal,
      submission: {
        ...(this.submission ?? aSubmission(revision)),
        ...(this.authority !== undefined && { authority: this.authority }),
      },
      ...(open && { open }),
      ...(colleague && { delegate: this.party(colleague) }),
      ...(grant && { grant }),
      documents: this.documents,
      report: this.report,
      payments: paymentsSoFar(this.events),
      recoverable: this.recoverable,
    };
  }

  decide(who: Actor, command: CaseCommand) {
    return this.decideIn(this.context(who, command), command);
  }

  decideIn(context: Context, command: CaseCommand) {
    return decide(command, this.state, context);
  }

  /** The refusal's code, or undefined when it was done. */
  try(who: Actor, command: CaseCommand): string | undefined {
    const outcome = this.decide(who, command);
    if (!outcome.ok) return outcome.refusal.code;
    this.append(outcome.value, who);
    return undefined;
  }

  /** Does what must succeed. */
  do(who: Actor, command: CaseCommand): this {
    expect(this.try(who, command), `${command.type} by ${who.id} while ${this.state.status}`).toBeUndefined();
    return this;
  }

  at(now: string): this {
    this.now = now;
    return this;
  }

  private append({ event, effects }: Decision, who: Actor): void {
    const envelope = { caseId, seq: this.journal.length + 1, at: this.now, actor: who.id };
    this.state = evolve(this.state.status === 'draft' ? undefined : this.state, event, envelope);
    this.journal.push({ ...envelope, event });
    this.effects.push(...effects);
  }

  /** The state folded from the stored events alone. */
  refold(): CaseState | undefined {
    const stored = JSON.parse(JSON.stringify(this.journal)) as CaseDesk['journal'];
    return stored.reduce<CaseState | undefined>(
      (state, { event, ...envelope }) => evolve(state, event, envelope),
      undefined,
    );
  }

  /** The draft was written by an officer on the applicant's authority. */
  fileFor(officer: Actor): this {
    this.state = { ...aDraft, filedBy: officer.id };
    this.authority = 'document-1';
    return this;
  }

  actsForEnterprise(actor: Actor): this {
    this.enterprises.set(actor.id, [enterprise]);
    return this;
  }

  get events(): readonly CaseEvent[] {
    return this.journal.map(({ event }) => event);
  }

  get case(): CaseState {
    if (this.state.status === 'draft') throw new Error('still a draft');
    return this.state;
  }

  /** What the applicant may change. */
  get open(): readonly string[] | undefined {
    const last = this.events.findLast((event) => event.type === 'correction-requested');
    return this.state.status === 'returned' && last?.type === 'correction-requested'
      ? last.data.items.map(({ path }) => path)
      : undefined;
  }

  private grant(): Grant | undefined {
    const approved = this.events.findLast((event) => event.type === 'application-approved');
    return approved?.type === 'application-approved' ? approved.data.grant : undefined;
  }
}

export const submission: CaseCommand<'submit'> = {
  type: 'submit',
  declaration: { version: '2026-1', agreed: true },
};
export const checklist = ['checked'];
export const acceptance: CaseCommand<'accept'> = { type: 'accept', checklist };
export const visit: CaseCommand<'record-visit'> = {
  type: 'record-visit',
  visitedOn: '2026-03-02',
  findings: '现场正常生产',
  agreesWithApplication: true,
};
export const recommendation = (amount = 10_000_000): CaseCommand<'recommend'> => ({
  type: 'recommend',
  opinion: 'support',
  amount,
  reason: '符合条件',
  checklist,
});
export const approval = (amount = 10_000_000): CaseCommand<'approve'> => ({
  type: 'approve',
  amount,
  reason: '符合条件',
  checklist,
  ...(amount !== 10_000_000 && { deviationReason: '按现场情况核减' }),
});
export const refusal: CaseCommand<'refuse'> = {
  type: 'refuse',
  facts: '现场没有生产',
  basis: ['measures'],
  checklist: [],
};

export const payment: CaseCommand<'record-paid'> = {
  type: 'record-paid',
  voucher: '记-2026-0312',
  paidOn: '2026-03-10',
};
/** Allotted from 1 April for 36 months. */
export const handover: CaseCommand<'confirm-handover'> = {
  type: 'confirm-handover',
  checklist: [...handoverItems],
  leaseFrom: '2026-04-01',
  leaseTo: '2029-03-31',
};
const premisesProgramme = aProgramme({
  benefit: premisesBenefit,
  delivery: { workingDays: 15, office: townOfCase, basis: 'measures' },
  obligations: theObligations,
});

/** A desk on which a document of this slot may follow later. */
export function deskOwing(slot: string): CaseDesk {
  const desk = new CaseDesk();
  desk.submission = aSubmission(1, { owed: [slot] });
  return desk;
}

type Start = Programme | CaseDesk;
const deskOf = (start: Start | undefined): CaseDesk =>
  start instanceof CaseDesk ? start : new CaseDesk(start);

/** Brings a case to a point of the usual way, by the usual people. */
export const cases = {
  draft: () => new CaseDesk(),
  atAcceptance: (start?: Start) => deskOf(start).do(people.applicant, submission),
  atTownReview: (start?: Start) =>
    cases.atAcceptance(start).do(people.townA, { type: 'claim' }).do(people.townA, acceptance),
  visitedByOne: (start?: Start) =>
    cases.atTownReview(start).do(people.townB, { type: 'claim' }).do(people.townB, visit),
  visited: (start?: Start) => cases.visitedByOne(start).do(people.townA, { type: 'confirm-visit' }),
  atBureau: (amount?: number, start?: Start) => cases.visited(start).do(people.townB, recommendation(amount)),
  atJointMeeting: (start?: Start) =>
    cases.atBureau(undefined, start).do(people.bureauA, { type: 'claim' }).do(people.bureauA, approval()),
  inNotice: (start?: Start) =>
    cases.atJointMeeting(start).do(people.countyA, { type: 'claim' }).do(people.countyA, approval()),
  rejected: () => cases.atBureau().do(people.bureauA, { type: 'claim' }).do(people.bureauA, refusal),
  underInternalReview: () =>
    cases.rejected().do(people.applicant, { type: 'request-internal-review', grounds: '现场在生产' }),
  returned: () =>
    cases
      .atAcceptance()
      .do(people.townA, { type: 'claim' })
      .do(people.townA, {
        type: 'return-for-correction',
        items: [{ path: '/industry', reason: '请写明具体行业' }],
      }),
  approved: (start?: Start) =>
    cases.inNotice(start).at('2026-03-10T01:00:00.000Z').do(people.clock, { type: 'close-notice' }),

  paid: (start?: Start, amount = 10_000_000) =>
    cases
      .approved(start)
      .do(people.financeA, { type: 'prepare-payment', amount })
      .do(people.financeB, { type: 'approve-payment' })
      .do(people.financeA, payment),
  letPremises: () => cases.approvedPremises().do(people.townC, handover),
  approvedPremises: () => {
    const desk = cases.atJointMeeting(premisesProgramme).do(people.countyA, { type: 'claim' });
    desk.appraisal = anAppraisal({ premises: { unit: 'unit-7', startsOn: '2026-04-01' } });
    return desk
      .do(people.countyA, approval())
      .at('2026-03-10T01:00:00.000Z')
      .do(people.clock, { type: 'close-notice' });
  },
};
