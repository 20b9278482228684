import { useQuery } from '@tanstack/react-query';
import { call } from './api/call.ts';

/** The cases of the caller's office with objections that nobody has answered. */
export const useObjectionsToAnswer = () =>
  useQuery({
    queryKey: ['objections'],
    queryFn: ({ signal }) => call('openObjections', { signal }),
  });
