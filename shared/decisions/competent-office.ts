import type { Role } from '../identity/actor.ts';
import { townOfficeId } from '../identity/office.ts';
import type { OfficeRef, Programme } from '../programmes/programme.ts';
import type { CaseEvent } from '../workflow/event.ts';
import { officeOf as officeMeant } from '../workflow/stages.ts';
import type { CaseState } from '../workflow/state.ts';
import { officeOf } from './decision.ts';

const leader: Role = 'leader';

/** Whoever decided, as the journal names them. */
export type Decider = { readonly office?: string | undefined; readonly roles: readonly string[] };

/**
 * The office to which a decision belonged, said a second time beside the gates of the acts, so that it also finds
 * what should never have passed them. Undefined where it belonged to none in particular, or nobody can say any more.
 * @param programme the version the case has pinned; undefined when that is lost.
 */
export function competentOffice(
  event: CaseEvent,
  before: CaseState,
  programme: Programme | undefined,
  { roles }: Decider,
): string | undefined {
  switch (event.type) {
    case 'payment-approved':
    case 'payment-cancelled':
    case 'premises-handed-over':
      return programme && named(programme.delivery.office, before);
    case 'award-cancelled':
    case 'unpaid-released':
    case 'recovery-opened':
    case 'written-off':
    case 'write-off-declined':
      return programme && named(programme.owner, before);
    case 'lease-confirmed':
    case 'obligation-kept':
    case 'report-sent-back':
    case 'breach-recorded':
    case 'breach-mended':
      return townOfficeId(before.town);
    case 'expedite-decided':
      // A county leader may consent for every office.
      return roles.includes(leader) ? undefined : officeOf(before);
    default:
      return officeOf(before);
  }
}

/** Nobody stops indexing over an answer that a programme does not route. */
const named = (ref: OfficeRef, state: CaseState): string | undefined =>
  ref.kind === 'by-answer' && ref.offices[state.routing?.[ref.answer] ?? ''] === undefined
    ? undefined
    : officeMeant(ref, state);
