import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { TableSheet } from '../../components/table-sheet.tsx';
import { call } from '../../lib/api/call.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** Who has floor here, as officials know it. */
export function Tenants({ unit }: { readonly unit: string }) {
  const say = useText();
  const format = useFormat();
  const { data: me } = useMe();
  const opens = hasRole(me, 'reviewer', 'supervisor', 'leader');
  const tenants = useQuery({
    queryKey: ['premises', 'tenants', unit],
    queryFn: ({ signal }) => call('unitTenants', { params: { unit }, signal }),
  });
  return (
    <section className="stack">
      <h2>{say(words.tenants)}</h2>
      <Loaded query={tenants} waiting={<Skeleton lines={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say(words.noTenants)}</p>
          ) : (
            <TableSheet label={say(words.tenants)}>
              <table className="cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">{say(words.enterprise)}</th>
                    <th scope="col" className="number">
                      {say(words.area)}
                    </th>
                    <th scope="col">{say(words.lease)}</th>
                    <th scope="col">{say(words.handover)}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ caseId, enterpriseName, area, from, to, handedOver, confirmBy }) => (
                    <tr key={caseId}>
                      <th scope="row" lang="zh-CN">
                        {opens ? <Link href={`/cases/${caseId}`}>{enterpriseName}</Link> : enterpriseName}
                      </th>
                      <td className="number" data-label={say(words.area)}>
                        {format.area(area)}
                      </td>
                      <td data-label={say(words.lease)}>
                        {say(words.span, { from: format.date(from), to: format.date(to) })}
                      </td>
                      <td data-label={say(words.handover)}>
                        {say(handedOver ? words.handedOver : words.awaitsKeys)}
                        {confirmBy && ` · ${say(words.confirmBy, { date: format.date(confirmBy) })}`}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableSheet>
          )
        }
      </Loaded>
    </section>
  );
}
