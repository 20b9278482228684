import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { readEnterprises } from '../persistence/account.ts';
import type { System } from '../system.ts';

/**
 * The actor with the enterprises they have applied for. An official who never was an applicant has none, and
 * that is known without asking the store.
 */
export const partyOf = async ({ tables }: System, actor: Actor): Promise<Party> => ({
  actor,
  enterprises: hasRole(actor, 'applicant') ? await readEnterprises(tables, actor.id) : [],
});
