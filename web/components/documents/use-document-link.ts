import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

/** A link lives one minute; a little less than that, it is asked for anew. */
const freshForMs = 45_000;

export const useDocumentLink = (caseId: string, documentId: string) =>
  useQuery({
    queryKey: ['document-link', caseId, documentId],
    queryFn: ({ signal }) => call('documentLink', { params: { caseId, documentId }, signal }),
    staleTime: freshForMs,
    gcTime: freshForMs,
    refetchOnWindowFocus: false,
  });
