import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

/**
 * The application as it is when editing begins. From then on the draft store knows better, so nothing is
 * kept for the next visit and nothing is asked again meanwhile.
 */
export const useApplicationToEdit = (caseId: string) =>
  useQuery({
    queryKey: ['editing', caseId],
    queryFn: ({ signal }) => call('getApplication', { params: { caseId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** What the server says to the draft as it stands, once it stands there. */
export const useDraftCheck = (caseId: string, savedAt: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: ['draft-check', caseId, savedAt],
    queryFn: ({ signal }) => call('checkDraft', { params: { caseId }, signal }),
    gcTime: 0,
    enabled,
  });
