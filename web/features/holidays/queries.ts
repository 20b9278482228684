import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

export const yearsKey = ['calendar-years'];

export const useYears = () =>
  useQuery({ queryKey: yearsKey, queryFn: ({ signal }) => call('listCalendarYears', { signal }) });
