import { useQuery } from '@tanstack/react-query';
import { call } from './api/call.ts';

/** The enterprises the person has applied or may act for, with what was stated of them. */
export const useMyEnterprises = () =>
  useQuery({
    queryKey: ['enterprises', 'mine'],
    queryFn: ({ signal }) => call('myEnterprises', { signal }),
  });
