import { useQuery } from '@tanstack/react-query';
import { fundNameOf } from '../../shared/funds/fund.ts';
import { text } from '../../shared/language/text.ts';
import { call } from './api/call.ts';
import { useText } from './i18n/use-text.ts';
import { useCounty } from './use-county.ts';

const county = text('平利县', 'Pingli County');

/** What people call a fund: its programme, its funder. A programme that is not open any more keeps its id. */
export function useFundName() {
  const say = useText();
  const { officeName, townName } = useCounty();
  const { data } = useQuery({
    queryKey: ['programmes'],
    queryFn: () => call('listProgrammes'),
    staleTime: 60_000,
  });
  return (fund: string) => {
    const { funder, programme, year } = fundNameOf(fund);
    const title = data?.items.find(({ id }) => id === programme)?.title;
    return {
      year,
      programme: title ? say(title) : programme,
      funder: say(
        funder === 'county' ? county : /^\d+$/.test(funder) ? townName(funder) : officeName(funder),
      ),
    };
  };
}
