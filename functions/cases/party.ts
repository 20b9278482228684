import type { Outcome } from '../../shared/api/errors.ts';
import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import type { Party } from '../../shared/workflow/context.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { actsForEnterprise, readEnterprises } from '../persistence/account.ts';
import { readHead } from '../persistence/head.ts';
import { readCountedAs } from '../persistence/head-office.ts';
import type { System } from '../system.ts';
import { isApplicantSide } from './may-see.ts';

/**
 * Someone who looks after their own applications. Naming an enterprise in a form proves nothing, so it gives
 * no rights over what others applied for in its name.
 */
export const asApplicant = (actor: Actor): Party => ({ actor, enterprises: [] });

/**
 * Whether somebody was confirmed to act for an enterprise, or for the head office with which it counts: then
 * its cases are theirs too, whoever applied.
 */
async function mayActFor({ tables }: System, actor: Actor, enterprise: string): Promise<boolean> {
  if (!hasRole(actor, 'applicant')) return false;
  if (await actsForEnterprise(tables, actor.id, enterprise)) return true;
  const { counted } = await readCountedAs(tables, enterprise);
  return counted !== enterprise && actsForEnterprise(tables, actor.id, counted);
}

/** Who wrote a case, filed it, or may act for its enterprise. */
export const standsBehind = async (
  system: System,
  actor: Actor,
  state: Pick<CaseState, 'applicant' | 'filedBy' | 'enterprise'>,
): Promise<boolean> => isApplicantSide(actor, state) || mayActFor(system, actor, state.enterprise);

/** Does something with a case as oneself; only where that is not enough, as one who may act for its enterprise. */
export async function asOneselfOrMember<T>(
  system: System,
  actor: Actor,
  caseId: string,
  act: (party: Party) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const outcome = await act(asApplicant(actor));
  if (outcome.ok || outcome.refusal.code !== 'case-not-found') return outcome;
  const enterprise = (await readHead(system.tables, caseId))?.state.enterprise;
  const member = enterprise !== undefined && (await mayActFor(system, actor, enterprise));
  return member ? act({ actor, enterprises: [enterprise] }) : outcome;
}

/**
 * Someone at the desk of an office. The enterprises they have applied for themselves only count against
 * them; an official who never was an applicant has none, and that is known without asking the store.
 */
export const asOfficial = async ({ tables }: System, actor: Actor): Promise<Party> => ({
  actor,
  enterprises: hasRole(actor, 'applicant') ? await readEnterprises(tables, actor.id) : [],
});
