import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AwardDto } from '../../../shared/api/dto/award.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import type { DocumentDesk } from '../../components/documents/document-desk.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { gone } from '../../lib/api/gone.ts';
import { problemText } from '../../lib/api/problem-text.ts';
import { createUploadQueue } from '../../lib/uploads/upload-queue.ts';

/** Where the files of an award go. */
export function useDocumentDesk(
  { caseId, documents: known }: AwardDto,
  { documents: slots }: Programme,
): DocumentDesk {
  const [documents, setDocuments] = useState(known);
  const [queue] = useState(() =>
    createUploadQueue(caseId, (_, document) => setDocuments((before) => [...before, document])),
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
    remove: (_, documentId) => {
      setDocuments((before) => before.filter(({ id }) => id !== documentId));
      gone(call('removeDocument', { params: { caseId, documentId } })).catch((error: unknown) =>
        announce(problemText(error), 'bad'),
      );
    },
  };
}
