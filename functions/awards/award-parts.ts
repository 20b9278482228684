import type { DutyDto, PaymentDto, ReportDto } from '../../shared/api/dto/award.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { obligationOf, opensOn } from '../../shared/workflow/award/schedule.ts';
import type { StateOf } from '../../shared/workflow/state.ts';
import type { StoredReport } from '../persistence/report.ts';
import { caseEventOf } from './approval.ts';

/** What became of each payment, in order. */
export function paymentsOf(events: readonly JournalEvent[]): PaymentDto[] {
  const payments = new Map<number, PaymentDto>();
  const change = (part: number, news: Partial<PaymentDto>) => {
    const before = payments.get(part);
    if (before) payments.set(part, { ...before, ...news });
  };
  for (const journalled of events.filter(({ type }) => type.startsWith('payment-'))) {
    const event = caseEventOf(journalled);
    switch (event.type) {
      case 'payment-prepared': {
        const { part, amount } = event.data;
        payments.set(part, { part, amount, outcome: 'prepared' });
        break;
      }
      case 'payment-approved':
        change(event.data.part, { outcome: 'approved' });
        break;
      case 'payment-cancelled':
        change(event.data.part, { outcome: 'cancelled', reason: event.data.reason });
        break;
      case 'payment-failed':
        change(event.data.part, { outcome: 'failed', reason: event.data.reason });
        break;
      case 'payment-made': {
        const { part, voucher, paidOn } = event.data;
        change(part, { outcome: 'paid', voucher, paidOn });
        break;
      }
      case 'payment-sent-back': {
        const { part, voucher, returnedOn, reason } = event.data;
        change(part, { outcome: 'sent-back', sentBack: { voucher, on: returnedOn }, reason });
        break;
      }
    }
  }
  return [...payments.values()];
}

/** The next round of every duty, the earliest first. */
export function dutiesPart(
  { duties = [], deliveredOn, lease }: StateOf<'approved'>,
  programme: Programme,
  today: string,
): DutyDto[] {
  if (deliveredOn === undefined) return [];
  return duties
    .map((duty): DutyDto => {
      const { title, form } = obligationOf(programme, duty.id);
      const opens = opensOn(programme, duty, { deliveredOn, endsOn: lease?.to });
      const state =
        duty.report !== undefined
          ? 'reported'
          : duty.due < today
            ? 'overdue'
            : opens <= today
              ? 'open'
              : 'later';
      const { id, round, due } = duty;
      return { id, title, round, opensOn: opens, due, state, hasForm: form !== undefined };
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

type Shown = Pick<StoredReport, 'number' | 'obligation' | 'round' | 'at' | 'answers'>;

/** Reports with what the rule and the town said to them, the newest first. */
export function reportsPart(
  programme: Programme,
  events: readonly JournalEvent[],
  reports: readonly Shown[],
): ReportDto[] {
  return reports.toReversed().map(({ number, obligation, round, at, answers }) => {
    const place = events.findIndex((journalled) => submissionIn(journalled)?.report.number === number);
    const submitted = events[place];
    return {
      number,
      obligation,
      title: obligationOf(programme, obligation).title,
      round,
      at,
      kept: (submitted && submissionIn(submitted)?.kept) ?? 'unclear',
      ...verdictAfter(events.slice(place + 1), obligation),
      answers,
    };
  });
}

function submissionIn(journalled: JournalEvent) {
  if (journalled.type !== 'report-submitted') return undefined;
  const event = caseEventOf(journalled);
  return event.type === 'report-submitted' ? event.data : undefined;
}

/** The first word of the town on this duty after the report. */
function verdictAfter(
  events: readonly JournalEvent[],
  obligation: string,
): Pick<ReportDto, 'verdict' | 'findings'> {
  for (const journalled of events) {
    const event = caseEventOf(journalled);
    if (event.type === 'report-submitted' && event.data.obligation === obligation) return {};
    if (event.type === 'obligation-kept' && event.data.obligation === obligation)
      return { verdict: 'kept', findings: event.data.findings };
    if (event.type === 'report-sent-back' && event.data.obligation === obligation)
      return { verdict: 'sent-back', findings: event.data.findings };
    if (event.type === 'breach-recorded' && event.data.obligation === obligation)
      return { verdict: 'breached', findings: event.data.facts };
  }
  return {};
}
