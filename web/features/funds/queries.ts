import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

export const useFunds = (year: number) =>
  useQuery({
    queryKey: ['funds', year],
    queryFn: ({ signal }) => call('listFunds', { query: { year: String(year) }, signal }),
  });

export const useFund = (fund: string) =>
  useQuery({
    queryKey: ['funds', 'one', fund],
    queryFn: ({ signal }) => call('getFund', { params: { fund }, signal }),
  });

export const useMovements = (fund: string) =>
  useInfiniteQuery({
    queryKey: ['funds', 'movements', fund],
    queryFn: ({ pageParam, signal }) =>
      call('fundMovements', { params: { fund }, query: { ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
