import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { readCaseFile } from '../persistence/case-file.ts';
import type { StoredDocument } from '../persistence/document.ts';
import { type ClosedDraft, closedDraft, type DraftCover } from '../persistence/draft.ts';
import type { System } from '../system.ts';
import { isApplicantSide } from './may-see.ts';
import { standsBehind } from './party.ts';

export type Editable = { readonly draft: ClosedDraft; readonly documents: readonly StoredDocument[] };

/**
 * What the caller may write in now: their draft, or the correction of a returned case (version 0 and empty
 * until it is first saved). Refuses with `case-not-found`, or `action-not-allowed` once handed in.
 */
export async function editableDraft(
  system: System,
  actor: Actor,
  caseId: string,
): Promise<Outcome<Editable>> {
  const file = await readCaseFile(system.tables, await system.dataKey(), caseId, system.now());
  const { head, draft, documents } = file;
  if (head === undefined) {
    return draft && isApplicantSide(actor, draft) ? accept({ draft, documents }) : refuse('case-not-found');
  }
  if (!(await standsBehind(system, actor, head.state))) return refuse('case-not-found');
  const { state } = head;
  if (state.status !== 'returned') return refuse('action-not-allowed', { params: { status: state.status } });
  if (draft) return accept({ draft, documents });
  const cover: DraftCover = {
    caseId,
    applicant: state.applicant,
    ...(state.filedBy !== undefined && { filedBy: state.filedBy }),
    programme: state.programme,
    startedAt: state.submittedAt,
    savedAt: state.submittedAt,
    draftVersion: 0,
  };
  return accept({ draft: closedDraft(cover, () => ({ answers: {} })), documents });
}
