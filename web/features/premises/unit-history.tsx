import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { RegisterHistory } from '../../components/registers/register-history.tsx';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export function UnitHistory({ unit }: { readonly unit: string }) {
  const say = useText();
  const history = useQuery({
    queryKey: ['premises', 'history', unit],
    queryFn: ({ signal }) => call('unitHistory', { params: { unit }, signal }),
  });
  return (
    <section className="stack" aria-labelledby="unit-history">
      <h2 id="unit-history">{say(words.history)}</h2>
      <Loaded query={history} waiting={<Skeleton lines={3} />}>
        {({ items }) => <RegisterHistory entries={items} names={words.events} />}
      </Loaded>
    </section>
  );
}
