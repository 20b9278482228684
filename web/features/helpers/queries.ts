import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

export const useHelpers = () =>
  useQuery({ queryKey: ['helpers'], queryFn: ({ signal }) => call('listHelpers', { signal }) });

export const useHelped = (town: string, enterprise: string) =>
  useQuery({
    queryKey: ['helpers', town, enterprise],
    queryFn: ({ signal }) => call('getHelped', { params: { town, enterprise }, signal }),
  });
