import type { ExplanationDto } from '../../shared/api/dto/common.ts';
import { accept, type FieldError, type Outcome } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { explain } from '../../shared/rules/explain.ts';
import { submissionErrors } from '../cases/application-view.ts';
import { appraiseDraft } from '../cases/appraise-draft.ts';
import { editableDraft } from '../cases/editable-draft.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.checkDraft>;
type Answer = { errors: FieldError[]; explanation?: ExplanationDto };

/** What is still missing, and what the rules say to what is there. Binds nobody and writes nothing. */
export const checkDraft =
  (system: System) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<Answer>> => {
    const found = await editableDraft(system, actor, caseId);
    if (!found.ok) return found;
    const draft = found.value.draft.open();
    const { documents } = found.value;
    const now = system.now();
    const { programme } = await pinnedProgramme(system, draft.programme);
    const { evaluation, answers } = await appraiseDraft(system, programme, draft, dateInShanghai(now));
    return accept({
      errors: submissionErrors(programme, draft.answers, documents, now),
      explanation: explain(evaluation, programme, answers),
    });
  };
