import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { DocumentRecord } from '../../shared/workflow/schema-parts.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { isPresent, readDocuments } from '../persistence/document.ts';
import type { System } from '../system.ts';

/** What lies in the slots that are still owed. Refuses with `document-pending` while one is being looked at. */
export async function suppliedDocuments(
  { tables }: System,
  { caseId, owed = [] }: Pick<CaseState, 'caseId' | 'owed'>,
): Promise<Outcome<readonly DocumentRecord[]>> {
  const inSlots = (await readDocuments(tables, caseId))
    .filter(isPresent)
    .filter(({ slot, state }) => owed.includes(slot) && state !== 'refused');
  if (inSlots.some(({ state }) => state === 'pending')) return refuse('document-pending');
  return accept(inSlots.map(({ slot, id, sha256, size, type }) => ({ slot, id, sha256, size, type })));
}
