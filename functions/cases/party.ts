import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { readEnterprises } from '../persistence/account.ts';
import type { System } from '../system.ts';

/**
 * Someone who looks after their own applications. Naming an enterprise in a form proves nothing, so it gives
 * no rights over what others applied for in its name.
 */
export const asApplicant = (actor: Actor): Party => ({ actor, enterprises: [] });

/**
 * Someone at the desk of an office. The enterprises they have applied for themselves only count against
 * them; an official who never was an applicant has none, and that is known without asking the store.
 */
export const asOfficial = async ({ tables }: System, actor: Actor): Promise<Party> => ({
  actor,
  enterprises: hasRole(actor, 'applicant') ? await readEnterprises(tables, actor.id) : [],
});
