import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DocumentDto } from '../../../shared/api/dto/common.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { gone } from '../../lib/api/gone.ts';
import { problemText } from '../../lib/api/problem-text.ts';
import type { DraftStore } from '../../lib/draft/draft-store.ts';
import { createUploadQueue } from '../../lib/uploads/upload-queue.ts';
import type { DocumentDesk } from '../documents/document-desk.ts';

type Place = {
  readonly caseId: string;
  readonly slots: DocumentDesk['slots'];
  /** Files that lie there already. */
  readonly known: readonly DocumentDto[];
  /** Whose answers name the files, and for which of its fields; none where only the slots count. */
  readonly store?: DraftStore;
  readonly isAnswer?: (fieldId: string) => boolean;
};

/** Where the files of a form go, and how its answers learn of them. */
export function useDraftDesk({ caseId, slots, known, store, isAnswer = () => true }: Place): DocumentDesk {
  const [documents, setDocuments] = useState(known);
  const [queue] = useState(() =>
    createUploadQueue(caseId, (fieldId, document) => {
      setDocuments((before) => [...before, document]);
      if (store && isAnswer(fieldId)) {
        store.change(fieldId, [...idsIn(store.state().answers, fieldId), document.id]);
      }
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
    slots,
    documents,
    uploads,
    add: queue.add,
    retry: queue.retry,
    cancel: queue.cancel,
    remove: (fieldId, documentId) => {
      setDocuments((before) => before.filter(({ id }) => id !== documentId));
      if (store) {
        const left = idsIn(store.state().answers, fieldId).filter((id) => id !== documentId);
        store.change(fieldId, left.length === 0 ? undefined : left);
      }
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
