import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

/** Each reading is recorded, so it is not repeated whenever the window comes back. */
export const usePair = (caseId: string, other: string) =>
  useQuery({
    queryKey: ['alike', caseId, other],
    queryFn: ({ signal }) => call('compareDuplicate', { params: { caseId, other }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
