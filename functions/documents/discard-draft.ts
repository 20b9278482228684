import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { documentRoutes } from '../../shared/api/routes/documents.ts';
import { isApplicantSide } from '../cases/may-see.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { pointerRemoval } from '../persistence/account.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { documentRemoval, readDocuments } from '../persistence/document.ts';
import { draftRemoval, readDraftCover } from '../persistence/draft.ts';
import { readHead } from '../persistence/head.ts';
import { commit } from '../persistence/transaction.ts';
import { documentObjectKey } from './object-removal.ts';
import type { DocumentsSystem } from './receive.ts';

type Request = SignedInRequestOf<typeof documentRoutes.discardDraft>;

/**
 * Nothing of a draft is kept. The files go last: whoever loses to another device keeps a whole draft, and a file
 * that a crash leaves behind is one that nothing points to any more.
 */
export const discardDraft =
  (system: DocumentsSystem) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<{ caseId: string }>> => {
    const { tables, objects } = system;
    const [head, draft, documents] = await Promise.all([
      readHead(tables, caseId),
      readDraftCover(tables, caseId, system.now()),
      readDocuments(tables, caseId),
    ]);
    const owned = head?.state ?? draft;
    if (owned === undefined || !isApplicantSide(actor, owned)) return refuse('case-not-found');
    if (head || draft === undefined) {
      return refuse('action-not-allowed', { params: { status: head?.state.status ?? 'draft' } });
    }
    const owners = [...new Set([draft.applicant, draft.filedBy ?? draft.applicant])];
    const removed = await commit(tables, [
      draftRemoval(tables, draft),
      ...owners.map((owner) => pointerRemoval(tables, owner, draft)),
      ...documents.map(({ id }) => documentRemoval(tables, caseId, id)),
    ]);
    if (!removed.ok) return refuse('stale-version');
    await concurrently(documents, ({ id }) => objects.remove(documentObjectKey(caseId, id)));
    return accept({ caseId });
  };
