import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { draftOf, type StoredDraft } from '../persistence/draft.ts';
import { headOf } from '../persistence/head.ts';
import { draftKey, headKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';
import { isApplicantSide } from './may-see.ts';

/**
 * What the caller may write in now: their draft, or the correction of a returned case (version 0 and empty
 * until it is first saved). Refuses with `case-not-found`, or `action-not-allowed` once handed in.
 */
export async function editableDraft(
  system: System,
  actor: Actor,
  caseId: string,
): Promise<Outcome<StoredDraft>> {
  const items = await readItems(system.tables, [headKey(caseId), draftKey(caseId)]);
  const headItem = items.find(({ sk }) => sk === 'head');
  const draftItem = items.find(({ sk }) => sk === 'draft');
  const state = headItem && headOf(headItem).state;
  const draft = draftItem && draftOf(draftItem, await system.dataKey(), system.now());
  const owned = state ?? draft;
  if (owned === undefined || !isApplicantSide(actor, owned)) return refuse('case-not-found');
  if (state === undefined) return draft ? accept(draft) : refuse('case-not-found');
  if (state.status !== 'returned') return refuse('action-not-allowed', { params: { status: state.status } });
  return accept(
    draft ?? {
      caseId,
      applicant: state.applicant,
      ...(state.filedBy !== undefined && { filedBy: state.filedBy }),
      programme: state.programme,
      startedAt: state.submittedAt,
      savedAt: state.submittedAt,
      draftVersion: 0,
      answers: {},
    },
  );
}
