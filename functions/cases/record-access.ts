import type { Actor } from '../../shared/identity/actor.ts';
import type { JsonObject } from '../../shared/ledger/json-value.ts';
import { appendToChain } from '../persistence/journal.ts';
import { accessChain } from '../persistence/keys.ts';
import type { System } from '../system.ts';

/**
 * Writes down that someone looked, before they see anything: as an event of its own chain, so that it is
 * sealed with all others. `data` names what was looked at and why, never what it said.
 * @param commandId where asking again must be recognised.
 * @throws {StorageUnavailable} when it could not be written; then nothing may be shown.
 */
export async function recordAccess(
  system: System,
  actor: Actor,
  caseId: string,
  type: 'answer-revealed' | 'case-read' | 'decisions-searched' | 'decisions-exported',
  data: JsonObject,
  commandId = system.newId(),
): Promise<void> {
  await appendToChain(system.tables, {
    caseId: accessChain(caseId),
    type,
    at: system.now(),
    actor: {
      id: actor.id,
      roles: actor.roles,
      ...(actor.office !== undefined && { office: actor.office }),
    },
    commandId,
    data,
  });
}
