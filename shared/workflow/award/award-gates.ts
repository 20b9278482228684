import type { Role } from '../../identity/actor.ts';
import { townOfficeId } from '../../identity/office.ts';
import type { OfficeRef, Programme } from '../../programmes/programme.ts';
import { type Gate, inOrder, notNow } from '../act.ts';
import { deskRoles, notOwnCase } from '../gates.ts';
import { officeOf } from '../stages.ts';
import type { StateOf } from '../state.ts';
import { unpaid } from './sums.ts';

export type Approved = StateOf<'approved'>;

/** Who may pay: finance, and where a town pays from its own money its officers. */
export const payerRoles: readonly Role[] = ['finance', ...deskRoles];

const sitsAt =
  (refOf: (programme: Programme) => OfficeRef): Gate<Approved> =>
  (state, { actor, programme }) =>
    actor.office === officeOf(refOf(programme), state) ? undefined : { code: 'outside-your-office' };

/** Where money is paid or premises are handed over. */
export const atDeliveryOffice: Gate<Approved> = inOrder<Approved>(
  sitsAt(({ delivery }) => delivery.office),
  notOwnCase,
);

/** The office that answers for the programme: takes back what it gave. */
export const atOwnerOffice: Gate<Approved> = inOrder<Approved>(
  sitsAt(({ owner }) => owner),
  notOwnCase,
);

/** The town of the case watches over the award. */
export const atTownOffice: Gate<Approved> = inOrder<Approved>(
  (state, { actor }) =>
    actor.office === townOfficeId(state.town) ? undefined : { code: 'outside-your-office' },
  notOwnCase,
);

export const awardIs =
  (...statuses: readonly Approved['award'][]): Gate<Approved> =>
  (state) =>
    statuses.includes(state.award) ? undefined : notNow(state);

export const gives =
  (kind: Programme['benefit']['kind']): Gate<Approved> =>
  (state, { programme }) =>
    programme.benefit.kind === kind ? undefined : notNow(state);

export const noPaymentUnderWay: Gate<Approved> = (state) =>
  state.payment === undefined ? undefined : notNow(state);

export const someUnpaid: Gate<Approved> = (state) => (unpaid(state) > 0 ? undefined : notNow(state));

export const noBreach: Gate<Approved> = (state) => (state.breach === undefined ? undefined : notNow(state));

export const someBreach: Gate<Approved> = (state) => (state.breach === undefined ? notNow(state) : undefined);

/** Documents that were allowed to follow have followed. */
export const nothingOwed: Gate<Approved> = (state) =>
  state.owed === undefined ? undefined : { code: 'document-not-uploaded' };
