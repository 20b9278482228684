import { useSearchParams } from 'wouter';
import type { InputOf } from '../../../shared/api/client.ts';
import { readMoney, writeHundredths } from '../../lib/typed/read-number.ts';

type DecisionQuery = Omit<NonNullable<InputOf<'listDecisions'>['query']>, 'cursor'>;

const texts = [
  'from',
  'to',
  'town',
  'office',
  'programme',
  'stage',
  'finding',
  'outcome',
  'officer',
  'applicant',
] as const;

/** The filter as it stands in the address, so that a search can be sent on and kept. Amounts are yuan there. */
export function useDecisionFilter() {
  const [search, setSearch] = useSearchParams();
  const given = Object.fromEntries(
    texts.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])),
  );
  const fen = (name: string) => readMoney(search.get(name) ?? '');
  const [minAmount, maxAmount] = [fen('minAmount'), fen('maxAmount')];
  const late = search.get('late');
  const query: DecisionQuery = {
    ...given,
    ...(minAmount !== undefined && { minAmount }),
    ...(maxAmount !== undefined && { maxAmount }),
    ...((late === 'yes' || late === 'no') && { late }),
    ...(search.get('order') === 'oldest' && { order: 'oldest' }),
  };
  return {
    query,
    valueOf: (name: string) => search.get(name) ?? '',
    apply: (form: FormData) => {
      const next = new URLSearchParams();
      for (const [name, value] of form) {
        if (typeof value === 'string' && value.trim() !== '') next.set(name, tidy(name, value.trim()));
      }
      setSearch(next);
    },
    clear: () => setSearch(new URLSearchParams()),
  };
}

function tidy(name: string, value: string): string {
  if (name !== 'minAmount' && name !== 'maxAmount') return value;
  const fen = readMoney(value);
  return fen === undefined ? value : writeHundredths(fen);
}
