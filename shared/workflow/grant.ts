import { addCalendarDays, addMonths, yearOf } from '../calendar/date.ts';
import type { Benefit, Programme } from '../programmes/programme.ts';
import type { EvaluationRecord } from '../rules/evaluation.ts';
import type { Appraisal, View } from './context.ts';
import type { Effect } from './effects.ts';
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

function allotment(
  benefit: Extract<Benefit, { kind: 'premises' }>,
  { premises, evaluation }: Appraisal,
  on: string,
): NonNullable<Grant['premises']> {
  if (premises === undefined) throw new Error('the appraisal names no premises');
  // A start wished for before the decision cannot be kept: the months run from the decision then.
  const from = premises.startsOn > on ? premises.startsOn : on;
  return {
    unit: premises.unit,
    area: numberTerm(evaluation, benefit.area),
    from,
    to: addCalendarDays(addMonths(from, numberTerm(evaluation, benefit.months)), -1),
  };
}

type Subject = Pick<CaseState, 'town' | 'routing' | 'enterprise'>;

/** What the enterprise may be given over all its branches, in fen; undefined where the programme has no cap. */
function capOf(
  { id, benefit, parameters }: Programme,
  { enterprise }: Pick<CaseState, 'enterprise'>,
): { readonly cap: string; readonly limit: number } | undefined {
  if (benefit.kind !== 'money' || benefit.cap === undefined) return undefined;
  const limit = parameters.find(({ name }) => name === benefit.cap)?.value;
  if (limit === undefined) throw new Error(`${id} has no parameter ${benefit.cap}`);
  return { cap: `${id}:${enterprise}`, limit };
}

/** What approving `amount` fen takes for this case today. */
export function grantOf(amount: number, appraisal: Appraisal, subject: Subject, view: View): Grant {
  const { benefit, owner } = view.programme;
  const { locks, reservation } = appraisal.onceOnly;
  const counted = capOf(view.programme, subject);
  return {
    amount,
    computed: appraisal.evaluation.amount,
    locks: [...locks],
    ...(reservation !== undefined && { reservation }),
    ...(counted && { cap: counted.cap }),
    ...(benefit.kind === 'money'
      ? { fund: fundId(benefit.fund, owner, subject, yearOf(today(view))) }
      : { premises: allotment(benefit, appraisal, today(view)) }),
  };
}

/** The writes that take a grant. */
export function takeGrant(grant: Grant, subject: Subject, programme: Programme): readonly Effect[] {
  const { amount, fund, premises, locks, reservation } = grant;
  const counted = capOf(programme, subject);
  return [
    ...locks.map((lock): Effect => ({ kind: 'take-lock', lock, refusal: 'item-already-awarded' })),
    ...(reservation === undefined ? [] : [{ kind: 'confirm-reservation', reservation } as const]),
    ...(fund === undefined ? [] : [{ kind: 'commit-fund', fund, amount } as const]),
    ...(premises === undefined ? [] : [{ kind: 'allot-premises', ...premises } as const]),
    ...(counted === undefined ? [] : [{ kind: 'count-against-cap', ...counted, amount } as const]),
  ];
}

/** The writes that give all of it back. */
export function giveBackGrant({ amount, fund, premises, locks, reservation, cap }: Grant): readonly Effect[] {
  return [
    ...locks.map((lock): Effect => ({ kind: 'release-lock', lock })),
    ...(reservation === undefined ? [] : [{ kind: 'release-reservation', reservation } as const]),
    ...(fund === undefined ? [] : [{ kind: 'return-to-fund', fund, amount } as const]),
    ...(premises === undefined ? [] : [{ kind: 'free-premises', unit: premises.unit } as const]),
    ...(cap === undefined ? [] : [{ kind: 'uncount-against-cap', cap, amount } as const]),
  ];
}
