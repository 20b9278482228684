import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import { officeById } from '../../shared/identity/office.ts';
import type { OfficeRef, Programme } from '../../shared/programmes/programme.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { officeOf } from '../../shared/workflow/stages.ts';
import type { CaseState } from '../../shared/workflow/state.ts';

/** Who wrote or stands behind a draft or case. */
export const isApplicantSide = (
  actor: Actor,
  { applicant, filedBy }: { readonly applicant: string; readonly filedBy?: string | undefined },
): boolean => actor.id === applicant || actor.id === filedBy;

/** The applicant's side of a case, those included who may act for its enterprise. */
export const maySeeAsApplicant = (
  { actor, enterprises }: Party,
  state: Pick<CaseState, 'applicant' | 'filedBy' | 'enterprise'>,
): boolean => isApplicantSide(actor, state) || enterprises.includes(state.enterprise);

type Place = Pick<CaseState, 'town' | 'routing'>;

/**
 * Officials see the cases their office has to do with: a town office its own town's, a bureau those of its
 * programmes, the county office and its leader all. Auditors see all; finance what it will pay.
 */
export function mayOfficialSee(actor: Actor, state: CaseState, programme: Programme): boolean {
  if (hasRole(actor, 'auditor')) return true;
  if (hasRole(actor, 'finance')) return state.status === 'approved';
  if (!hasRole(actor, 'reviewer', 'supervisor', 'leader')) return false;
  if (actor.town !== undefined && actor.town !== state.town) return false;
  const office = actor.office === undefined ? undefined : officeById(actor.office);
  if (office === undefined) return false;
  return office.kind === 'county' || officesOf(programme, state).includes(office.id);
}

/** Every office the programme sends a case of this place to. */
function officesOf(programme: Programme, place: Place): readonly string[] {
  const { owner, stages, notice, delivery, internalReview } = programme;
  const refs: readonly OfficeRef[] = [
    owner,
    ...stages.map(({ office }) => office),
    ...(notice ? [notice.office] : []),
    delivery.office,
    internalReview.office,
  ];
  return refs.map((ref) => officeOf(ref, place));
}
