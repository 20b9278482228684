import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

export const useApplications = () =>
  useInfiniteQuery({
    queryKey: ['applications'],
    queryFn: ({ pageParam, signal }) =>
      call('listApplications', { query: { ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const applicationKey = (caseId: string) => ['application', caseId];

export const useApplication = (caseId: string) =>
  useQuery({
    queryKey: applicationKey(caseId),
    queryFn: ({ signal }) => call('getApplication', { params: { caseId }, signal }),
  });
