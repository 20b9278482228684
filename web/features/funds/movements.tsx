import { Link } from 'wouter';
import type { Movement } from '../../../shared/funds/movement.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { TableSheet } from '../../components/table-sheet.tsx';
import { words as common } from '../../components/words.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useMovements } from './queries.ts';
import { words } from './words.ts';

export function Movements({ fund }: { readonly fund: string }) {
  const say = useText();
  const movements = useMovements(fund);
  return (
    <section className="stack">
      <h2>{say(words.movements)}</h2>
      <Loaded query={movements} waiting={<Skeleton lines={4} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <p className="soft">{say(words.noMovements)}</p>
          ) : (
            <MovementTable movements={items} />
          );
        }}
      </Loaded>
      {movements.hasNextPage && (
        <div>
          <Button busy={movements.isFetchingNextPage} onClick={() => movements.fetchNextPage()}>
            {say(common.more)}
          </Button>
        </div>
      )}
    </section>
  );
}

function MovementTable({ movements }: { readonly movements: readonly Movement[] }) {
  const say = useText();
  const format = useFormat();
  return (
    <TableSheet label={say(words.movements)}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{say(words.at)}</th>
            <th scope="col">{say(words.what)}</th>
            <th scope="col" className="number">
              {say(words.amount)}
            </th>
            <th scope="col">{say(words.cause)}</th>
          </tr>
        </thead>
        <tbody>
          {movements.map(({ at, chain, seq, kind, amount }) => (
            <tr key={`${chain} ${seq} ${kind}`}>
              <td className="numbers">{format.instant(at)}</td>
              <td>{say(words.kinds[kind])}</td>
              <td className="number" data-label={say(words.amount)}>
                {format.money(amount)}
              </td>
              <td data-label={say(words.cause)}>
                <Cause chain={chain} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableSheet>
  );
}

/** What stands behind it, where the reader may open it: only the chains of cases are named without a colon. */
function Cause({ chain }: { readonly chain: string }) {
  const say = useText();
  const { data: me } = useMe();
  if (chain.includes(':')) return say(words.ownAct);
  const name = say(words.caused, { caseId: chain });
  const place = hasRole(me, 'auditor')
    ? `/dossiers/${chain}`
    : hasRole(me, 'finance', 'leader', 'supervisor')
      ? `/awards/${chain}`
      : undefined;
  return place ? <Link href={place}>{name}</Link> : name;
}
