import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { InputOf } from '../../../shared/api/client.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { figures, TableHead } from '../../components/table-head.tsx';
import { UnreadCases } from '../../components/unread-cases.tsx';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { statisticsWords as words } from './statistics-words.ts';

type FindingsProps = { readonly query: NonNullable<InputOf<'findings'>['query']> };

/** What an auditor should look at, each a search away. */
export function Findings({ query }: FindingsProps) {
  const say = useText();
  const format = useFormat();
  const findings = useQuery({
    queryKey: ['findings', query],
    queryFn: ({ signal }) => call('findings', { query, signal }),
  });
  return (
    <section className="sheet stack" aria-labelledby="findings-title">
      <h2 id="findings-title">{say(words.findings)}</h2>
      <p className="soft">{say(words.findingsHint)}</p>
      <Loaded query={findings} waiting={<Skeleton lines={6} />}>
        {({ items, from, to, unread }) => (
          <>
            <UnreadCases unread={unread} />
            <div className="table-sheet">
              <table className="lined cards-on-phone">
                <TableHead columns={[words.finding, figures(words.count), words.look]} />
                <tbody>
                  {items.map(({ finding, title, meaning, count }) => (
                    <tr key={finding}>
                      <th scope="row">
                        {say(title)}
                        <span className="audit-line small soft">{say(meaning)}</span>
                      </th>
                      <td data-label={say(words.count)} className="number">
                        {format.count(count)}
                      </td>
                      <td>
                        {count > 0 && (
                          <Link href={`/decisions?finding=${finding}&from=${from}-01&to=${lastDayOf(to)}`}>
                            {say(words.look)}
                            <span className="only-heard"> {say(title)}</span>
                          </Link>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}

/** `2026-02` → `2026-02-28`. */
const lastDayOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};
