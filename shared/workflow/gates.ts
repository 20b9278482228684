import { addCalendarDays } from '../calendar/date.ts';
import { hasRole, type Role } from '../identity/actor.ts';
import type { Stage } from '../programmes/programme.ts';
import { type Gate, inOrder, notNow } from './act.ts';
import type { Party } from './context.ts';
import { stageOf } from './stages.ts';
import type { CaseState, StateOf } from './state.ts';
import { today } from './today.ts';

/** Who may sit at the desk of an office. */
export const deskRoles: readonly Role[] = ['reviewer', 'supervisor', 'leader'];

/** The clock's own commands: no person may send them. */
export const clockRoles: readonly Role[] = ['system'];

type Place = Pick<CaseState, 'town'> & { readonly office?: string | undefined };
type UnderReview = StateOf<'under-review'>;
type Interests = Pick<CaseState, 'applicant' | 'filedBy' | 'enterprise'>;

export const worksAt = ({ actor }: Party, state: Place): boolean =>
  hasRole(actor, ...deskRoles) &&
  actor.office === state.office &&
  (actor.town === undefined || actor.town === state.town);

/** Head of the office the case is at. A county leader heads the county's own office. */
export const supervises = (party: Party, state: Place): boolean =>
  hasRole(party.actor, 'supervisor', 'leader') && worksAt(party, state);

/** Their own case: they applied, filed it for the applicant, or act for the enterprise. */
export const isInterested = ({ actor, enterprises }: Party, state: Interests): boolean =>
  actor.id === state.applicant || actor.id === state.filedBy || enterprises.includes(state.enterprise);

export const hasDecided = ({ actor }: Party, state: Pick<CaseState, 'participants'>): boolean =>
  state.participants.includes(actor.id);

// who

export const applicantSide: Gate<Interests> = (state, { actor, enterprises }) =>
  actor.id === state.applicant || enterprises.includes(state.enterprise)
    ? undefined
    : { code: 'not-permitted' };

export const applicantOrFiler: Gate<Interests> = (state, view) =>
  isInterested(view, state) ? undefined : { code: 'not-permitted' };

export const atOffice: Gate<Place> = (state, view) =>
  worksAt(view, state) ? undefined : { code: 'outside-your-office' };

export const notOwnCase: Gate<Interests> = (state, view) =>
  isInterested(view, state) ? { code: 'conflict-of-interest' } : undefined;

export const decidedNothing: Gate<CaseState> = (state, view) =>
  hasDecided(view, state) ? { code: 'already-decided-a-stage' } : undefined;

export const holdsCase: Gate<{ readonly officer?: string | undefined }> = (state, { actor }) =>
  state.officer === actor.id ? undefined : { code: 'not-claimed-by-you' };

export const holdsOrSupervises: Gate<UnderReview> = (state, view) =>
  supervises(view, state) ? undefined : holdsCase(state, view);

/** The one who may decide the stage now: claimed by them, of this office, and free of this case. */
export const handlesStage: Gate<UnderReview> = inOrder<UnderReview>(
  atOffice,
  notOwnCase,
  decidedNothing,
  holdsCase,
);

// when

export const atStageOf =
  (...kinds: readonly Stage['kind'][]): Gate<UnderReview> =>
  (state, view) =>
    kinds.includes(stageOf(view.programme, state.stage).kind) ? undefined : notNow(state);

/** Until the end of the last day. */
export const notAfterDue: Gate<{ readonly due?: string | undefined }> = ({ due }, view) =>
  due !== undefined && today(view) > due ? { code: 'too-late', params: { deadline: due } } : undefined;

/** From the day after the last one. */
export const onlyAfterDue: Gate<{ readonly due: string }> = ({ due }, view) =>
  today(view) > due ? undefined : { code: 'too-early', params: { earliest: addCalendarDays(due, 1) } };

/** Once a town's days have passed in silence the application counts as accepted: a no comes too late. */
export const notYetSilent: Gate<UnderReview> = (state, view) =>
  stageOf(view.programme, state.stage).onSilence === 'accept' ? notAfterDue(state, view) : undefined;
