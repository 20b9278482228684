import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { NoAnswer } from '../../../shared/api/client.ts';
import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import { parseAnswers } from '../../../shared/forms/parse-answers.ts';
import { askedFields } from '../../../shared/forms/visibility.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { formConditions } from '../../../shared/rules/form-environment.ts';
import type { DocumentDesk } from '../../components/documents/document-desk.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { gone } from '../../lib/api/gone.ts';
import { problemCode, problemText } from '../../lib/api/problem-text.ts';
import { createDraftStore, type ServerDraft } from '../../lib/draft/draft-store.ts';
import { clearMirror, readMirror, writeMirror } from '../../lib/draft/mirror.ts';
import { createUploadQueue } from '../../lib/uploads/upload-queue.ts';
import { authorityField, authoritySlot } from './authority.ts';

function judge(error: unknown): 'stale' | 'no-answer' | 'refused' {
  if (error instanceof NoAnswer || problemCode(error) === 'storage-unavailable') return 'no-answer';
  return problemCode(error) === 'stale-version' ? 'stale' : 'refused';
}

function later(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

/** Answers as the form knows them; what the API sends is already well shaped and loses nothing here. */
const answersOf = (programme: Programme, raw: unknown, today: string): Answers =>
  parseAnswers(programme.form, raw, { today, complete: false, evaluateCondition: () => true }).answers;

/** An application being filled in: its draft, its files, and what the form says to them. */
export function useEditing(application: ApplicationDto, programme: Programme) {
  const { caseId } = application;
  const [today] = useState(() => dateInShanghai(new Date().toISOString()));
  const [store] = useState(() => {
    const load = async (): Promise<ServerDraft> => {
      const { draftVersion, answers } = await call('getApplication', { params: { caseId } });
      return { draftVersion, answers: answersOf(programme, answers, today) };
    };
    const opened = {
      draftVersion: application.draftVersion,
      answers: answersOf(programme, application.answers, today),
    };
    return createDraftStore(opened, {
      save: (draft) =>
        call('saveDraft', {
          params: { caseId },
          body: { draftVersion: draft.draftVersion, answers: { ...draft.answers } },
        }),
      load,
      readMirror: () => readMirror(caseId),
      writeMirror: (mirror) => writeMirror(caseId, mirror),
      clearMirror: () => clearMirror(caseId),
      judge,
      later,
    });
  });
  const draft = useSyncExternalStore(store.subscribe, store.state);
  const desk = useDesk(caseId, application, programme, store);

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
  const evaluateCondition = useMemo(() => formConditions(programme.form, today), [programme.form, today]);
  const asked = useMemo(
    () => askedFields(programme.form, answers, evaluateCondition),
    [programme.form, answers, evaluateCondition],
  );
  // Checking a long roster must not hold up typing.
  const settled = useDeferredValue(answers);
  const errors = useMemo(
    () => parseAnswers(programme.form, settled, { today, complete: true, evaluateCondition }).errors,
    [programme.form, settled, today, evaluateCondition],
  );
  return { application, programme, draft, store, desk, asked, errors };
}

export type Editing = ReturnType<typeof useEditing>;

function useDesk(
  caseId: string,
  application: ApplicationDto,
  programme: Programme,
  store: ReturnType<typeof createDraftStore>,
): DocumentDesk {
  const [documents, setDocuments] = useState(application.documents);
  const [queue] = useState(() =>
    createUploadQueue(caseId, (fieldId, document) => {
      setDocuments((known) => [...known, document]);
      // The authority of an assisted filing belongs to no field of the form.
      if (fieldId !== authorityField.id)
        store.change(fieldId, [...idsIn(store.state().answers, fieldId), document.id]);
    }),
  );
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads);
  useEffect(() => {
    addEventListener('online', queue.retryAll);
    return () => {
      removeEventListener('online', queue.retryAll);
      queue.close();
    };
  }, [queue]);
  return {
    caseId,
    slots: application.onBehalf ? [...programme.documents, authoritySlot] : programme.documents,
    documents,
    uploads,
    add: queue.add,
    retry: queue.retry,
    cancel: queue.cancel,
    remove: (fieldId, documentId) => {
      setDocuments((known) => known.filter(({ id }) => id !== documentId));
      const left = idsIn(store.state().answers, fieldId).filter((id) => id !== documentId);
      store.change(fieldId, left.length === 0 ? undefined : left);
      gone(call('removeDocument', { params: { caseId, documentId } })).catch((error: unknown) =>
        announce(problemText(error), 'bad'),
      );
    },
  };
}

function idsIn(answers: Answers, fieldId: string): readonly string[] {
  const value = answers[fieldId];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
