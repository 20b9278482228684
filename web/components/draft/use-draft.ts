import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { NoAnswer } from '../../../shared/api/client.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { Form } from '../../../shared/forms/field.ts';
import { parseAnswers } from '../../../shared/forms/parse-answers.ts';
import { askedFields } from '../../../shared/forms/visibility.ts';
import { formConditions } from '../../../shared/rules/form-environment.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { createDraftStore, type DraftWorld } from '../../lib/draft/draft-store.ts';
import { clearMirror, readMirror, writeMirror } from '../../lib/draft/mirror.ts';

function judge(error: unknown): 'stale' | 'no-answer' | 'refused' {
  if (error instanceof NoAnswer || problemCode(error) === 'storage-unavailable') return 'no-answer';
  return problemCode(error) === 'stale-version' ? 'stale' : 'refused';
}

function later(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

/** As the API sends it. */
type SentDraft = { readonly draftVersion: number; readonly answers: unknown };

type Drafting = {
  readonly form: Form;
  /** Under which this device keeps what the server does not know yet. */
  readonly key: string;
  readonly opened: SentDraft;
  readonly load: () => Promise<SentDraft>;
  readonly save: (draft: {
    draftVersion: number;
    answers: Record<string, unknown>;
  }) => ReturnType<DraftWorld['save']>;
};

/** A form being filled in whose draft the server keeps: its answers, what is asked, and what is still wrong. */
export function useDraft({ form, key, opened, load, save }: Drafting) {
  const [today] = useState(() => dateInShanghai(new Date().toISOString()));
  const [store] = useState(() => {
    // What the API sends is already well shaped and loses nothing here.
    const read = ({ draftVersion, answers }: SentDraft) => ({
      draftVersion,
      answers: parseAnswers(form, answers, { today, complete: false, evaluateCondition: () => true }).answers,
    });
    return createDraftStore(read(opened), {
      save: ({ draftVersion, answers }) => save({ draftVersion, answers: { ...answers } }),
      load: async () => read(await load()),
      readMirror: () => readMirror(key),
      writeMirror: (mirror) => writeMirror(key, mirror),
      clearMirror: () => clearMirror(key),
      judge,
      later,
    });
  });
  const draft = useSyncExternalStore(store.subscribe, store.state);

  useEffect(() => {
    const flush = () => void store.flush();
    addEventListener('online', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flush);
      void store.flush().then(store.close);
    };
  }, [store]);

  const { answers } = draft;
  const evaluateCondition = useMemo(() => formConditions(form, today), [form, today]);
  const asked = useMemo(
    () => askedFields(form, answers, evaluateCondition),
    [form, answers, evaluateCondition],
  );
  // Checking a long roster must not hold up typing.
  const settled: Answers = useDeferredValue(answers);
  const errors = useMemo(
    () => parseAnswers(form, settled, { today, complete: true, evaluateCondition }).errors,
    [form, settled, today, evaluateCondition],
  );
  return { draft, store, asked, errors };
}
