import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

/** The person's own applications, newest first. */
export const useMyApplications = () =>
  useInfiniteQuery({
    queryKey: ['applications'],
    queryFn: ({ pageParam, signal }) =>
      call('listApplications', { query: { ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
