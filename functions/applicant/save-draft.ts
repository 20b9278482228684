import { accept, type FieldError, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { parseAnswers } from '../../shared/forms/parse-answers.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import { remainingErrors } from '../cases/application-view.ts';
import { editableDraft } from '../cases/editable-draft.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { draftWrite, type StoredDraft } from '../persistence/draft.ts';
import { commit } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.saveDraft>;
type Answer = { draftVersion: number; savedAt: string; errors: FieldError[] };

/**
 * Autosave. What is no answer to the form at all is refused; what is unfinished is kept and pointed out.
 * Of two devices the later one is refused with `stale-version` and the draft as it stands.
 */
export const saveDraft =
  (system: System) =>
  async ({ actor, params: { caseId }, body }: Request): Promise<Outcome<Answer>> => {
    const found = await editableDraft(system, actor, caseId);
    if (!found.ok) return found;
    const { draft: closed, documents } = found.value;
    if (closed.draftVersion !== body.draftVersion) return stale(closed.open());

    const now = system.now();
    const today = dateInShanghai(now);
    const { programme } = await pinnedProgramme(system, closed.programme);
    const evaluateCondition = formConditions(programme.form, today);
    const parsed = parseAnswers(programme.form, body.answers, { today, complete: false, evaluateCondition });
    if (parsed.errors.length > 0) return refuse('invalid-input', { errors: parsed.errors });

    const draftVersion = closed.draftVersion + 1;
    // What is there is written over unread, but for the authority that an officer noted.
    const before = closed.filedBy === undefined ? closed.cover : closed.open();
    const draft: StoredDraft = { ...before, answers: parsed.answers, savedAt: now, draftVersion };
    const saved = await commit(system.tables, [draftWrite(system.tables, await system.dataKey(), draft)]);
    if (!saved.ok) {
      const meanwhile = await editableDraft(system, actor, caseId);
      return meanwhile.ok ? stale(meanwhile.value.draft.open()) : meanwhile;
    }
    return accept({
      draftVersion,
      savedAt: now,
      errors: remainingErrors(programme, parsed, documents, { today, evaluateCondition }),
    });
  };

const stale = ({ draftVersion, savedAt, answers }: StoredDraft) =>
  refuse('stale-version', { current: { draftVersion, savedAt, answers } });
