import './audit.css';
import '../../components/table.css';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { fill } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Labelled } from '../../components/form/labelled.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { FiguresTable } from './figures-table.tsx';
import { Findings } from './findings.tsx';
import { statisticsWords as words } from './statistics-words.ts';

const monthName = (yearMonth: string) => {
  const [year = '', month = ''] = yearMonth.split('-');
  return fill(words.monthOf, { year, n: Number(month) });
};

export function StatisticsPage() {
  const say = useText();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const { data: me } = useMe();
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const query = { ...(from && { from }), ...(to && { to }) };
  const statistics = useQuery({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => call('statistics', { query, signal }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = ['from', 'to'].flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    });
    setSearch(new URLSearchParams(given));
  };
  return (
    <Page title={say(words.title)} intro={say(words.intro)} width="wide">
      <div className="stack-loose">
        <form key={`${from}-${to}`} className="row statistics-period not-printed" onSubmit={submit}>
          <Labelled label={say(words.from)}>
            {(id) => <input id={id} name="from" type="month" className="control" defaultValue={from} />}
          </Labelled>
          <Labelled label={say(words.to)}>
            {(id) => <input id={id} name="to" type="month" className="control" defaultValue={to} />}
          </Labelled>
          <Button kind="primary" type="submit">
            {say(words.show)}
          </Button>
        </form>
        {hasRole(me, 'auditor') && <Findings query={query} />}
        <Loaded query={statistics} waiting={<Skeleton lines={12} />}>
          {({ total, months, towns, programmes, stages, indexedThrough }) => (
            <>
              {indexedThrough !== undefined && (
                <p className="small soft">{say(words.through, { at: format.instant(indexedThrough) })}</p>
              )}
              <FiguresTable
                title={say(words.months)}
                rows={[
                  ...months.map(({ month, figures }) => ({
                    key: month,
                    name: say(monthName(month)),
                    figures,
                  })),
                  { key: 'total', name: say(words.total), figures: total },
                ]}
              />
              {(
                [
                  ['programmes', programmes],
                  ['towns', towns],
                ] as const
              ).map(([name, groups]) => (
                <FiguresTable
                  key={name}
                  title={say(words[name])}
                  rows={groups.map(({ key, title, figures }) => ({ key, name: say(title), figures }))}
                />
              ))}
              <FiguresTable
                title={say(words.stages)}
                rows={stages.map(({ key, title, figures }) => {
                  // Programmes have stages of the same name.
                  const programme = programmes.find((one) => key.startsWith(`${one.key}#`));
                  const name = [programme && say(programme.title), say(title)].filter(Boolean).join(' · ');
                  return { key, name, figures };
                })}
              />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
