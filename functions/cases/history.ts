import type { HistoryEntryDto } from '../../shared/api/dto/case.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { type LetterSource, lettersOf } from '../../shared/letters/letters-of.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { EventType } from '../../shared/workflow/event.ts';

/** For officials: everything, with names where the directory knows them. */
export const historyForOfficials = (
  events: readonly JournalEvent[],
  names: ReadonlyMap<string, string>,
): HistoryEntryDto[] =>
  events.map(({ seq, type, at, actor, data }) => {
    const name = names.get(actor.id);
    return {
      seq,
      type,
      at,
      actor: {
        id: actor.id,
        ...(name !== undefined && { name }),
        ...(actor.office !== undefined && { office: actor.office }),
      },
      data: { ...data },
    };
  });

/**
 * What the applicant is told of each act: that it happened, which office did it, and the members of the
 * event that concern them. Acts between colleagues are left out.
 */
const toldToApplicants: { readonly [T in EventType]?: readonly string[] } = {
  'application-submitted': ['revision', 'next'],
  'application-accepted': ['silent', 'next'],
  'correction-requested': ['items', 'due'],
  'correction-submitted': ['changed'],
  'application-not-accepted': ['facts', 'basis'],
  'site-visited': ['visitedOn'],
  'recommendation-made': ['stage', 'next'],
  'stage-approved': ['stage', 'next'],
  'application-approved': ['stage', 'reason', 'after'],
  'application-refused': ['stage', 'facts', 'basis', 'reviewUntil'],
  'expedite-decided': ['agreed', 'due'],
  'clock-extended': ['reason', 'due'],
  'objection-filed': ['objection'],
  'objection-dismissed': ['objection'],
  'objection-upheld': ['objection', 'findings', 'reviewUntil'],
  'notice-closed': ['deliverBy'],
  'application-withdrawn': ['reason'],
  'application-lapsed': [],
  'internal-review-requested': ['grounds', 'due'],
  'refusal-upheld': ['reason'],
  'refusal-revoked': ['reason', 'next'],
  'service-rated': ['stars', 'comment'],
  'documents-supplied': [],
  'payment-made': ['part', 'amount', 'voucher', 'paidOn'],
  'payment-failed': ['part', 'reason'],
  'payment-sent-back': ['part', 'amount', 'returnedOn', 'reason'],
  'unpaid-released': ['amount', 'reason'],
  'award-cancelled': ['reason'],
  'premises-handed-over': ['unit', 'lease'],
  'lease-confirmed': ['findings', 'confirmBy'],
  'report-submitted': ['obligation', 'round', 'kept'],
  'obligation-kept': ['obligation', 'round', 'findings', 'next'],
  'report-sent-back': ['obligation', 'round', 'findings'],
  'report-fell-due': ['obligation', 'round'],
  'breach-recorded': ['obligation', 'facts', 'mendBy'],
  'breach-mended': ['obligation', 'findings'],
  'mend-ran-out': ['obligation'],
  'recovery-opened': ['obligation', 'amount', 'reason', 'terminates', 'due'],
  'repayment-recorded': ['amount', 'receivedOn'],
  'written-off': ['amount', 'reason'],
  'award-closed': [],
};
const told: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(toldToApplicants));

export const historyForApplicants = (events: readonly JournalEvent[]): HistoryEntryDto[] =>
  events.flatMap(({ seq, type, at, actor, data }) => {
    const members = told.get(type);
    if (members === undefined) return [];
    return [
      {
        seq,
        type,
        at,
        actor: actor.office === undefined ? {} : { office: actor.office },
        data: Object.fromEntries(Object.entries(data).filter(([name]) => members.includes(name))),
      },
    ];
  });

export const lettersFrom = (events: readonly JournalEvent[], programme: Programme) =>
  lettersOf(
    events.map(
      (event): LetterSource => ({
        caseId: event.caseId,
        seq: event.seq,
        at: event.at,
        ...(event.actor.office !== undefined && { office: event.actor.office }),
        event: { type: event.type, data: event.data },
      }),
    ),
    programme,
  );
