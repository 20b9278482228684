import { accept, type FieldError, type Outcome, refuse } from '../../shared/api/errors.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Form } from '../../shared/forms/field.ts';
import { type ParseContext, type ParsedAnswers, parseAnswers } from '../../shared/forms/parse-answers.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import { type ClosedDraft, draftWrite, type StoredDraft } from '../persistence/draft.ts';
import { commit } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

/** Answers that may be written now, to which form, and what keeps them from being handed in. */
export type Writable = {
  readonly draft: ClosedDraft;
  readonly form: Form;
  readonly remaining: (parsed: ParsedAnswers, context: Omit<ParseContext, 'complete'>) => FieldError[];
};

type Sent = { readonly draftVersion: number; readonly answers: unknown };
export type KeptDraft = { draftVersion: number; savedAt: string; errors: FieldError[] };

/**
 * Autosave, of whatever form. What is no answer to the form at all is refused; what is unfinished is kept and pointed
 * out. Of two devices the later one is refused with `stale-version` and the draft as it stands.
 */
export async function keepDraft(
  system: System,
  find: () => Promise<Outcome<Writable>>,
  sent: Sent,
): Promise<Outcome<KeptDraft>> {
  const found = await find();
  if (!found.ok) return found;
  const { draft: closed, form, remaining } = found.value;
  if (closed.draftVersion !== sent.draftVersion) return stale(closed.open());

  const now = system.now();
  const today = dateInShanghai(now);
  const evaluateCondition = formConditions(form, today);
  const parsed = parseAnswers(form, sent.answers, { today, complete: false, evaluateCondition });
  if (parsed.errors.length > 0) return refuse('invalid-input', { errors: parsed.errors });

  const draftVersion = closed.draftVersion + 1;
  // What is there is written over unread, but for the authority that an officer noted.
  const before = closed.filedBy === undefined ? closed.cover : closed.open();
  const draft: StoredDraft = { ...before, answers: parsed.answers, savedAt: now, draftVersion };
  const saved = await commit(system.tables, [draftWrite(system.tables, await system.dataKey(), draft)]);
  if (!saved.ok) {
    const meanwhile = await find();
    return meanwhile.ok ? stale(meanwhile.value.draft.open()) : meanwhile;
  }
  return accept({
    draftVersion,
    savedAt: now,
    errors: remaining(parsed, { today, evaluateCondition }),
  });
}

const stale = ({ draftVersion, savedAt, answers }: StoredDraft) =>
  refuse('stale-version', { current: { draftVersion, savedAt, answers } });
