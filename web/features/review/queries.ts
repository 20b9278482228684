import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

export const caseKey = (caseId: string) => ['case', caseId];

export const useCase = (caseId: string) =>
  useQuery({
    queryKey: caseKey(caseId),
    queryFn: ({ signal }) => call('getCase', { params: { caseId }, signal }),
  });

export const useColleagues = () =>
  useQuery({ queryKey: ['colleagues'], queryFn: () => call('listColleagues'), staleTime: 300_000 });
