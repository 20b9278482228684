import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** Who looks after the enterprise; nothing where nobody does. */
export function OwnHelper({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const format = useFormat();
  const { officeName } = useCounty();
  const { data } = useQuery({
    queryKey: ['own-helper', caseId],
    queryFn: ({ signal }) => call('getOwnHelper', { params: { caseId }, signal }),
    staleTime: 300_000,
  });
  if (!data?.helper) return null;
  const { name, office, since } = data.helper;
  const last = data.visits[0]?.visitedOn;
  return (
    <section className="sheet">
      <h2>{say(words.helper)}</h2>
      <p>
        <span lang="zh-CN">{name}</span> · {say(officeName(office))} ·{' '}
        {say(words.helperSince, { date: format.date(since) })}
      </p>
      {last && <p className="small soft">{say(words.helperVisit, { date: format.date(last) })}</p>}
    </section>
  );
}
