import * as z from 'zod';
import { InstantSchema } from '../calendar/instant.ts';
import { daysUsed } from '../calendar/promise-clock.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { JournalEvent } from '../ledger/journal-event.ts';
import type { CaseEvent } from '../workflow/event.ts';
import type { CaseState } from '../workflow/state.ts';
import { OutcomeSchema, type stagesBeside } from './outcome.ts';

/** One decision of one stage of one case: a row of the history that auditors search. */
export const DecisionSchema = z.strictObject({
  caseId: z.string(),
  /** Number of its event in the case. */
  seq: z.int().min(1),
  at: InstantSchema,
  event: z.string(),
  programme: z.string(),
  version: z.int(),
  town: z.string(),
  /** Of the decider; where time itself decided, the office whose time it was. */
  office: z.string(),
  officer: z.string(),
  stage: z.string(),
  outcome: OutcomeSchema,
  applicant: z.string(),
  enterprise: z.string(),
  /** Fen; 0 where the decision is not about money. */
  amount: z.int().min(0),
  computed: z.int().min(0),
  /** Working days; 0 promised where nothing was. */
  used: z.int().min(0),
  promised: z.int().min(0),
});
export type Decision = Readonly<z.infer<typeof DecisionSchema>>;

export const isLate = ({ used, promised }: Pick<Decision, 'used' | 'promised'>): boolean =>
  promised > 0 && used > promised;

/** What is peculiar to a kind of decision. `stage` only where the programme has none for it. */
type Verdict = Pick<Decision, 'outcome'> &
  Partial<Pick<Decision, 'amount' | 'computed'>> & {
    readonly stage?: keyof typeof stagesBeside;
    readonly time?: { readonly used: number; readonly promised: number };
  };

/** Nothing was computed that it could differ from. */
const aboutSum = (amount: number): Pick<Verdict, 'amount' | 'computed'> => ({ amount, computed: amount });

function verdictOf(event: CaseEvent, before: CaseState, calendar: WorkingCalendar): Verdict | undefined {
  switch (event.type) {
    case 'application-accepted':
      return { outcome: event.data.silent ? 'deemed-accepted' : 'accepted', time: event.data.time };
    case 'application-not-accepted':
      return { outcome: 'not-accepted', time: event.data.time };
    case 'correction-requested': {
      const { clock } = event.data;
      const used = daysUsed(clock, clock.pausedOn ?? clock.startedOn, calendar);
      return {
        outcome: 'returned',
        time: { used, promised: clock.promisedDays + (clock.extendedBy ?? 0) },
      };
    }
    case 'application-lapsed':
      return { outcome: 'lapsed', stage: 'correction' };
    case 'recommendation-made': {
      const { opinion, amount, evaluation, time } = event.data;
      const outcome = opinion === 'support' ? 'recommended' : 'opposed';
      return { outcome, amount, computed: evaluation.amount, time };
    }
    case 'stage-approved': {
      const { amount, evaluation, time } = event.data;
      return { outcome: 'stage-approved', amount, computed: evaluation.amount, time };
    }
    case 'application-approved': {
      const { grant, time } = event.data;
      return { outcome: 'approved', amount: grant.amount, computed: grant.computed, time };
    }
    case 'application-refused': {
      const { evaluation, time } = event.data;
      return { outcome: 'refused', computed: evaluation.amount, time };
    }
    case 'objection-dismissed':
      return { outcome: 'objection-dismissed', stage: 'public-notice' };
    case 'objection-upheld': {
      const { amount, computed } = event.data.revoked;
      return { outcome: 'objection-upheld', stage: 'public-notice', amount, computed };
    }
    case 'refusal-upheld':
      return { outcome: 'refusal-upheld', stage: 'internal-review' };
    case 'refusal-revoked':
      return { outcome: 'refusal-revoked', stage: 'internal-review' };
    case 'expedite-decided':
      return { outcome: event.data.agreed ? 'expedite-agreed' : 'expedite-declined' };
    case 'clock-extended':
      return { outcome: 'time-extended' };
    case 'payment-approved':
    case 'payment-cancelled': {
      const { amount = 0 } = (before.status === 'approved' && before.payment) || {};
      return { outcome: event.type, stage: 'award', ...aboutSum(amount) };
    }
    case 'unpaid-released':
      return { outcome: 'remainder-released', stage: 'award', ...aboutSum(event.data.amount) };
    case 'award-cancelled':
    case 'premises-handed-over':
    case 'lease-confirmed':
    case 'obligation-kept':
    case 'report-sent-back':
    case 'breach-recorded':
    case 'breach-mended':
    case 'write-off-declined':
      return { outcome: event.type, stage: 'award' };
    case 'written-off':
      return { outcome: 'write-off-approved', stage: 'award', ...aboutSum(event.data.amount) };
    case 'recovery-opened': {
      const { amount, computed } = event.data;
      return { outcome: 'recovery-ordered', stage: 'award', amount, computed };
    }
    default:
      return undefined;
  }
}

/**
 * The decision an event is, if it is one: every act that concludes a stage, returns a case, changes its time, answers
 * an objection or a review; and after the approval every one that lets money or keys go, judges what the enterprise
 * does, or takes something back. Not what is prepared or proposed for another to decide, nor what the bank did.
 * Defined here and nowhere else.
 * @param before the state of the case it was decided in.
 */
export function decisionOf(
  { caseId, seq, at, actor }: Pick<JournalEvent, 'caseId' | 'seq' | 'at' | 'actor'>,
  event: CaseEvent,
  before: CaseState,
  calendar: WorkingCalendar,
): Decision | undefined {
  const verdict = verdictOf(event, before, calendar);
  if (verdict === undefined) return undefined;
  const { outcome, amount = 0, computed = 0, time = { used: 0, promised: 0 } } = verdict;
  return {
    caseId,
    seq,
    at,
    event: event.type,
    programme: before.programme.id,
    version: before.programme.version,
    town: before.town,
    office: actor.office ?? officeOf(before) ?? '',
    officer: actor.id,
    stage: verdict.stage ?? ('stage' in before ? before.stage : ''),
    outcome,
    applicant: before.applicant,
    enterprise: before.enterprise,
    amount,
    computed,
    ...time,
  };
}

/** The office the case lay with. */
export const officeOf = (state: CaseState): string | undefined =>
  'office' in state ? state.office : undefined;
