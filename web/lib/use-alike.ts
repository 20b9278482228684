import { useQuery } from '@tanstack/react-query';
import { call } from './api/call.ts';

/** Other cases that share a code, number, account or address with a case. */
export const useAlike = (caseId: string) =>
  useQuery({
    queryKey: ['alike', caseId],
    queryFn: ({ signal }) => call('listDuplicates', { params: { caseId }, signal }),
  });
