import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { isApplicantSide } from '../cases/may-see.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { pointerRemoval } from '../persistence/account.ts';
import { readCaseFile } from '../persistence/case-file.ts';
import { documentRemoval } from '../persistence/document.ts';
import { draftRemoval } from '../persistence/draft.ts';
import { commit } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.discardDraft>;

/** Nothing of a draft is kept. Its uploaded files lose their only reference and are swept from the store. */
export const discardDraft =
  (system: System) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<{ caseId: string }>> => {
    const { tables } = system;
    const { head, draft, documents } = await readCaseFile(
      tables,
      await system.dataKey(),
      caseId,
      system.now(),
    );
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
    return removed.ok ? accept({ caseId }) : refuse('stale-version');
  };
