import { useQuery } from '@tanstack/react-query';
import { fundNameOf } from '../../../shared/funds/fund.ts';
import { call } from '../../lib/api/call.ts';
import type { Scope } from './use-scope.ts';

const placeOf = ({ town, programme }: Scope) => ({
  ...(town !== '' && { town }),
  ...(programme !== '' && { programme }),
});

export const useOpenCases = ({ town, programme }: Scope) =>
  useQuery({
    queryKey: ['open-cases'],
    queryFn: ({ signal }) => call('countOpenCases', { signal }),
    select: ({ items }) =>
      items.filter(
        (one) => (town === '' || one.town === town) && (programme === '' || one.programme === programme),
      ),
  });

export const useTimes = (scope: Scope) => {
  const query = { from: `${scope.year}-01`, to: `${scope.year}-12`, ...placeOf(scope) };
  return useQuery({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => call('statistics', { query, signal }),
  });
};

/** A town’s view shows the money that the town itself gave: what the county gives is not split by town. */
export const useFundsOf = ({ year, town, programme }: Scope) =>
  useQuery({
    queryKey: ['funds', year],
    queryFn: ({ signal }) => call('listFunds', { query: { year: String(year) }, signal }),
    select: ({ items }) =>
      items.filter(({ fund }) => {
        const name = fundNameOf(fund);
        return (town === '' || name.funder === town) && (programme === '' || name.programme === programme);
      }),
  });

export const useJobs = (scope: Scope) =>
  useQuery({
    queryKey: ['outcomes', scope.year, scope.town, scope.programme],
    queryFn: ({ signal }) =>
      call('listOutcomes', { query: { year: String(scope.year), ...placeOf(scope) }, signal }),
    select: ({ items }) => items,
  });

export const useProgrammes = () =>
  useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes'), staleTime: 60_000 });
