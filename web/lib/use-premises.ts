import { useQuery } from '@tanstack/react-query';
import { call } from './api/call.ts';

/** The public list of the whole county. */
export const usePremises = () =>
  useQuery({ queryKey: ['premises'], queryFn: () => call('listPremises', { query: {} }) });
