import { yearOf } from '../calendar/date.ts';
import type { View } from './context.ts';
import type { Effect } from './effects.ts';
import { fundId } from './grant.ts';
import type { CaseState, StateOf } from './state.ts';
import { today } from './today.ts';

type Reserved = NonNullable<StateOf<'under-review'>['reserved']>;
type MayReserve = { readonly reserved?: Reserved | undefined };

/**
 * What a deciding stage keeps for the joint meeting that follows, so that nobody is promised the same money
 * meanwhile. Undefined where no money is given.
 */
export function reservationOf(
  amount: number,
  place: Pick<CaseState, 'town' | 'routing'>,
  view: View,
): Reserved | undefined {
  const { benefit, owner } = view.programme;
  if (benefit.kind !== 'money') return undefined;
  return { fund: fundId(benefit.fund, owner, place, yearOf(today(view))), amount };
}

/** Fen already reserved in this fund, which a new promise in it takes the place of. */
export const reservedIn = (fund: string, { reserved }: MayReserve): { readonly before?: number } =>
  reserved?.fund === fund ? { before: reserved.amount } : {};

/** Gives up what is reserved in any fund but this one: the year, and with it the fund, may have changed. */
export const releaseElsewhere = ({ reserved }: MayReserve, fund: string | undefined): readonly Effect[] =>
  reserved === undefined || reserved.fund === fund ? [] : [{ kind: 'release-fund', ...reserved }];

export const reserve = (reserved: Reserved, state: MayReserve): readonly Effect[] => [
  { kind: 'reserve-fund', ...reserved, ...reservedIn(reserved.fund, state) },
  ...releaseElsewhere(state, reserved.fund),
];

/** The case ends without an award. */
export const releaseReserved = (state: MayReserve): readonly Effect[] => releaseElsewhere(state, undefined);
