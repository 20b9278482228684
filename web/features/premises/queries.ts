import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

/** The public list: of one town, or of all. */
export const usePremises = (town: string) =>
  useQuery({
    queryKey: ['premises', town],
    queryFn: ({ signal }) => call('listPremises', { query: town === '' ? {} : { town }, signal }),
  });

export const useUnit = (unit: string) =>
  useQuery({
    queryKey: ['premises', 'unit', unit],
    queryFn: ({ signal }) => call('getPremises', { params: { unit }, signal }),
  });
