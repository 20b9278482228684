import { useQuery } from '@tanstack/react-query';
import { call } from './api/call.ts';

/** One public notice, as everybody may see it. */
export const useNotice = (caseId: string) =>
  useQuery({
    queryKey: ['notices', 'one', caseId],
    queryFn: ({ signal }) => call('getNotice', { params: { caseId }, signal }),
  });
