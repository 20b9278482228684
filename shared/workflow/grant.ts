import { addCalendarDays, addMonths, yearOf } from '../calendar/date.ts';
import type { Benefit, Programme } from '../programmes/programme.ts';
import type { EvaluationRecord } from '../rules/evaluation.ts';
import type { CaseCommand } from './command.ts';
import type { Appraisal, View } from './context.ts';
import type { Grant } from './event.ts';
import { officeOf } from './stages.ts';
import type { CaseState } from './state.ts';
import { today } from './today.ts';

type Place = Pick<CaseState, 'town' | 'routing'>;

/**
 * `<funder>:<programme>:<year>`: the funder is `county`, the bureau that owns the programme, or the town's
 * division code; the year is that of the decision.
 */
export function fundId(
  fund: Extract<Benefit, { kind: 'money' }>['fund'],
  owner: Programme['owner'],
  place: Place,
  year: number,
): string {
  const funder = { county: () => 'county', bureau: () => officeOf(owner, place), town: () => place.town };
  return `${funder[fund.funder]()}:${fund.programme}:${year}`;
}

/** Throws when the programme's benefit names a term that is not a number: publishing checks that. */
function numberTerm(evaluation: EvaluationRecord, name: string): number {
  const value = evaluation.terms.find((term) => term.name === name)?.value;
  if (typeof value !== 'number') throw new Error(`term ${name} is not a number`);
  return value;
}

/** Months without rent as the rules reckon them; undefined where the programme gives no premises. */
export const computedMonths = ({ benefit }: Programme, evaluation: EvaluationRecord): number | undefined =>
  benefit.kind === 'premises' ? numberTerm(evaluation, benefit.months) : undefined;

/** The most that can be approved, in fen: what was computed, or its share for fewer months. */
export function mostToApprove(programme: Programme, evaluation: EvaluationRecord, months?: number): number {
  const full = computedMonths(programme, evaluation);
  if (months === undefined || full === undefined || full === 0) return evaluation.amount;
  return Math.floor((evaluation.amount * months) / full);
}

function allotment(
  benefit: Extract<Benefit, { kind: 'premises' }>,
  { premises, evaluation }: Appraisal,
  months: number,
  on: string,
): NonNullable<Grant['premises']> {
  if (premises === undefined) throw new Error('the appraisal names no premises');
  // A start wished for before the decision cannot be kept: the months run from the decision then.
  const from = premises.startsOn > on ? premises.startsOn : on;
  return {
    unit: premises.unit,
    area: numberTerm(evaluation, benefit.area),
    months,
    from,
    to: addCalendarDays(addMonths(from, months), -1),
  };
}

type Subject = Pick<CaseState, 'town' | 'routing' | 'enterprise'>;

/** What the enterprise may be given over all its branches, in fen; undefined where the programme has no cap. */
export function capOf(
  { id, benefit, parameters }: Programme,
  { enterprise }: Pick<CaseState, 'enterprise'>,
): { readonly cap: string; readonly limit: number } | undefined {
  if (benefit.kind !== 'money' || benefit.cap === undefined) return undefined;
  const limit = parameters.find(({ name }) => name === benefit.cap)?.value;
  if (limit === undefined) throw new Error(`${id} has no parameter ${benefit.cap}`);
  return { cap: `${id}:${enterprise}`, limit };
}

/** What is approved: fen, and for premises the months when they are fewer than computed. */
type Approved = Pick<CaseCommand<'approve'>, 'amount' | 'months'>;

/** What an approval takes for this case today. */
export function grantOf(approved: Approved, appraisal: Appraisal, subject: Subject, view: View): Grant {
  const { benefit, owner } = view.programme;
  const { evaluation, onceOnly } = appraisal;
  const counted = capOf(view.programme, subject);
  const months = approved.months ?? computedMonths(view.programme, evaluation) ?? 0;
  return {
    amount: approved.amount,
    computed: evaluation.amount,
    locks: [...onceOnly.locks],
    ...(onceOnly.reservation !== undefined && { reservation: onceOnly.reservation }),
    ...(counted && { cap: counted.cap }),
    ...(benefit.kind === 'money'
      ? { fund: fundId(benefit.fund, owner, subject, yearOf(today(view))) }
      : { premises: allotment(benefit, appraisal, months, today(view)) }),
  };
}
