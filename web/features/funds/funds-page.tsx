import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { yearOf } from '../../../shared/calendar/date.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Labelled } from '../../components/form/labelled.tsx';
import { Page } from '../../components/page/page.tsx';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { FundTable } from './fund-table.tsx';
import { useFunds } from './queries.ts';
import { words } from './words.ts';

const firstYear = 2016;

/** The money of a year; which year stays in the address. */
export function FundsPage() {
  const say = useText();
  const { data: me } = useMe();
  const [search, setSearch] = useSearchParams();
  const [thisYear] = useState(() => yearOf(dateInShanghai(new Date().toISOString())));
  const year = Number(search.get('year') ?? thisYear);
  const funds = useFunds(year);
  // The coming year's budget is entered before the year begins.
  const years = Array.from({ length: thisYear + 2 - firstYear }, (_, index) => thisYear + 1 - index);
  return (
    <Page
      title={say(words.title)}
      intro={say(words.intro)}
      width="wide"
      actions={
        hasRole(me, 'finance') && (
          <LinkButton to={`/funds/new?year=${year}`} kind="primary">
            {say(words.open)}
          </LinkButton>
        )
      }
    >
      <div className="stack">
        <div className="row">
          <Labelled label={say(words.year)}>
            {(id) => (
              <select
                id={id}
                className="control control-short"
                value={year}
                onChange={({ target }) => setSearch({ year: target.value })}
              >
                {years.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            )}
          </Labelled>
        </div>
        <Loaded query={funds} waiting={<Skeleton lines={6} />}>
          {({ items }) =>
            items.length === 0 ? (
              <p role="status">{say(words.nothing)}</p>
            ) : (
              <>
                <FundTable funds={items} year={year} />
                <p className="small soft">{say(words.potsMean)}</p>
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}
