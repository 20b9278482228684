import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InputOf } from '../../../shared/api/client.ts';
import { call } from '../../lib/api/call.ts';

export type WorklistFilter = Omit<NonNullable<InputOf<'worklist'>['query']>, 'cursor'>;

export const useWorklist = (filter: WorklistFilter) =>
  useInfiniteQuery({
    queryKey: ['worklist', filter],
    queryFn: ({ pageParam, signal }) =>
      call('worklist', { query: { ...filter, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const useProgrammes = () =>
  useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes'), staleTime: 60_000 });

export const useColleagues = () =>
  useQuery({ queryKey: ['colleagues'], queryFn: () => call('listColleagues'), staleTime: 300_000 });
