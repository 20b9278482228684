import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AwardStepDto } from '../../../shared/api/dto/award.ts';
import { call } from '../../lib/api/call.ts';

export const awardKey = (caseId: string) => ['award', caseId];
export const ownAwardKey = (caseId: string) => ['own-award', caseId];

export const useAward = (caseId: string) =>
  useQuery({
    queryKey: awardKey(caseId),
    queryFn: ({ signal }) => call('getAward', { params: { caseId }, signal }),
  });

export const useOwnAward = (caseId: string) =>
  useQuery({
    queryKey: ownAwardKey(caseId),
    queryFn: ({ signal }) => call('getOwnAward', { params: { caseId }, signal }),
  });

export const useAwards = (step: AwardStepDto | undefined) =>
  useInfiniteQuery({
    queryKey: ['awards', step],
    queryFn: ({ pageParam, signal }) =>
      call('listAwards', {
        query: { ...(step && { step }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** A report as far as it is written when writing begins; from then on the draft store knows better. */
export const useReportDraft = (caseId: string, obligation: string, enabled: boolean) =>
  useQuery({
    queryKey: ['report-draft', caseId, obligation],
    queryFn: ({ signal }) => call('getReportDraft', { params: { caseId, obligation }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    enabled,
  });
