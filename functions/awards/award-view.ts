import type { AwardDto, AwardSummaryDto } from '../../shared/api/dto/award.ts';
import type { HistoryEntryDto } from '../../shared/api/dto/case.ts';
import { awardStep } from '../../shared/awards/award-step.ts';
import { payeeOf } from '../../shared/awards/payee.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { ProtectedAnswers, Secrets } from '../../shared/forms/answers.ts';
import { restoreAnswers } from '../../shared/forms/protect-answers.ts';
import { hasRole } from '../../shared/identity/actor.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { obligationOf } from '../../shared/workflow/award/schedule.ts';
import { unpaid } from '../../shared/workflow/award/sums.ts';
import type { Party, View } from '../../shared/workflow/context.ts';
import type { StateOf } from '../../shared/workflow/state.ts';
import { actionsPart, documentPart, documentsPart } from '../cases/case-parts.ts';
import { punctualityOf } from '../cases/case-summary.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { readDocuments, type StoredDocument } from '../persistence/document.ts';
import type { Head } from '../persistence/head.ts';
import { readChain } from '../persistence/journal.ts';
import { readReports } from '../persistence/report.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';
import { approvalIn } from './approval.ts';
import { dutiesPart, paymentsOf, reportsPart } from './award-parts.ts';
import { recoverableFor } from './recoverable.ts';
import { reportedDocuments } from './reported-documents.ts';

export type Approved = StateOf<'approved'>;

/** A row of a list of awards, as of the view's day. */
export function awardSummary(
  { enterpriseName }: Head,
  state: Approved,
  programme: Programme,
  view: Pick<View, 'now' | 'calendar'>,
): AwardSummaryDto {
  const { caseId, version, town, office, due, award, amount, paid = 0 } = state;
  const today = dateInShanghai(view.now);
  return {
    caseId,
    version,
    programme: { id: programme.id, version: programme.version, title: programme.title },
    enterpriseName,
    town,
    office,
    ...(due !== undefined && { due, late: punctualityOf(due, today, view.calendar) }),
    award,
    step: awardStep(state, programme, today),
    gives: programme.benefit.kind,
    amount,
    paid,
    unpaid: unpaid(state),
  };
}

/** Who looks, and how much of it is theirs to see. */
export type Onlooker = {
  readonly party: Party;
  readonly history: (events: readonly JournalEvent[]) => HistoryEntryDto[] | Promise<HistoryEntryDto[]>;
  /** Answers as this side reads them. */
  readonly shown: (
    programmeForm: Programme['form'],
    answers: ProtectedAnswers,
    secrets: () => Secrets,
  ) => ProtectedAnswers;
};

/** The life of one award. */
export async function awardPage(
  system: System,
  head: Head,
  state: Approved,
  { party, history, shown }: Onlooker,
): Promise<AwardDto> {
  const { tables } = system;
  const now = system.now();
  const { programme } = await pinnedProgramme(system, state.programme);
  const view: View = { ...party, now, programme, calendar: await system.calendarAt(now) };
  const [events, reports, revision, documents, dataKey] = await Promise.all([
    readChain(tables, state.caseId),
    readReports(tables, state.caseId),
    readRevision(tables, state.caseId, state.revision),
    readDocuments(tables, state.caseId),
    system.dataKey(),
  ]);
  const { grant } = approvalIn(events);
  const seen = shown(programme.form, revision.answers, () => revision.secrets(dataKey));
  const payee = programme.benefit.kind === 'money' ? payeeOf(programme, seen) : undefined;
  const {
    released = 0,
    recovered = 0,
    writtenOff = 0,
    approvedAt,
    deliveredOn,
    lease,
    owed = [],
    recovery,
  } = state;
  const titleOf = (slot: string) => programme.documents.find(({ id }) => id === slot)?.title;
  return {
    ...awardSummary(head, state, programme, view),
    released,
    recovered,
    writtenOff,
    approvedAt,
    ...(deliveredOn !== undefined && { deliveredOn }),
    ...(payee && { payee: { name: payee.name, bank: payee.bank, account: payee.account } }),
    payments: paymentsOf(events),
    ...(grant.premises && { premises: grant.premises }),
    ...(lease && { lease }),
    owed: owed.map((slot) => ({ slot, title: titleOf(slot) ?? { zh: slot, en: slot } })),
    documents: [...documentsPart(documents), ...reportedPart(documents, events)],
    duties: dutiesPart(state, programme, dateInShanghai(now)),
    reports: reportsPart(
      programme,
      events,
      reports.map((report) => {
        const { form } = obligationOf(programme, report.obligation);
        const answers = form ? shown(form, report.answers, () => report.secrets(dataKey)) : {};
        return { ...report, answers };
      }),
    ),
    ...breachPart(
      state,
      programme,
      events,
      hasRole(party.actor, 'reviewer', 'supervisor', 'leader') ? reports : undefined,
    ),
    ...(recovery && {
      recovery: {
        amount: recovery.amount,
        repaid: recovery.repaid,
        terminates: recovery.terminates === true,
      },
    }),
    history: await history(events),
    actions: actionsPart(state, view),
  };
}

/** What reports brought, also what a later report left out again. */
function reportedPart(
  documents: readonly StoredDocument[],
  events: readonly JournalEvent[],
): AwardDto['documents'] {
  const handedIn = reportedDocuments(events);
  return documents.flatMap((document) =>
    document.state !== 'awaited' && handedIn.has(document.id) ? [documentPart(document)] : [],
  );
}

function breachPart(
  state: Approved,
  programme: Programme,
  events: readonly JournalEvent[],
  reports: Parameters<typeof recoverableFor>[4] | undefined,
): Pick<AwardDto, 'breach'> {
  const { breach } = state;
  if (breach === undefined) return {};
  const found = events.findLast(({ type }) => type === 'breach-recorded');
  return {
    breach: {
      obligation: breach.obligation,
      title: obligationOf(programme, breach.obligation).title,
      facts: String(found?.data.facts ?? ''),
      mendBy: breach.mendBy,
      over: breach.over === true,
      ...(reports && { recoverable: recoverableFor(programme, state, breach, events, reports) }),
    },
  };
}

/** Everything masked but names and mobiles, which officers work with; see case-view.ts. */
export const maskedFor =
  (allow: (form: Programme['form'], pointer: string) => boolean): Onlooker['shown'] =>
  (form, answers, secrets) =>
    restoreAnswers(answers, secrets(), (pointer) => allow(form, pointer));
