import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './api/call.ts';

/** A programme document; the current version unless one is named. A named version never changes. */
export const programmeQuery = (programmeId: string, version?: number) =>
  queryOptions({
    queryKey: ['programme', programmeId, version],
    queryFn: ({ signal }) =>
      call('getProgramme', { params: { programmeId }, query: { ...(version && { version }) }, signal }),
    staleTime: version === undefined ? 60_000 : Number.POSITIVE_INFINITY,
  });

export const useProgramme = (programmeId: string, version?: number) =>
  useQuery(programmeQuery(programmeId, version));
