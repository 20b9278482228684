import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { remainingErrors } from '../cases/application-view.ts';
import { editableDraft } from '../cases/editable-draft.ts';
import { type KeptDraft, keepDraft } from '../cases/keep-draft.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.saveDraft>;

/** Autosave of an application or its correction. */
export const saveDraft =
  (system: System) =>
  ({ actor, params: { caseId }, body }: Request): Promise<Outcome<KeptDraft>> =>
    keepDraft(
      system,
      async () => {
        const found = await editableDraft(system, actor, caseId);
        if (!found.ok) return found;
        const { draft, documents } = found.value;
        const { programme } = await pinnedProgramme(system, draft.programme);
        return accept({
          draft,
          form: programme.form,
          remaining: (parsed, context) => remainingErrors(programme, parsed, documents, context),
        });
      },
      body,
    );
