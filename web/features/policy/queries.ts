import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

export const versionsKey = (programmeId: string) => ['versions', programmeId];

export const useVersions = (programmeId: string, enabled = true) =>
  useQuery({
    queryKey: versionsKey(programmeId),
    queryFn: ({ signal }) => call('listProgrammeVersions', { params: { programmeId }, signal }),
    enabled,
  });
