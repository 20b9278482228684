import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

export const useInbox = () =>
  useInfiniteQuery({
    queryKey: ['inbox'],
    queryFn: ({ pageParam, signal }) =>
      call('getInbox', { query: { ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Marks as read what had come by an instant. The list on the page keeps its marks: one still sees what is new. */
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (through: string) => call('markInboxRead', { body: { through } }),
    onSuccess: ({ unread }) => queries.setQueryData(['unread'], unread),
  });
}
