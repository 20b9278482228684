import './funds.css';
import { useParams } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import { type Fund, potNames } from '../../../shared/funds/fund.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { RegisterHistory } from '../../components/registers/register-history.tsx';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useFundName } from '../../lib/use-fund-name.ts';
import { AllocationForm } from './allocation-form.tsx';
import { BooksCheck } from './books-check.tsx';
import { Movements } from './movements.tsx';
import { useFund } from './queries.ts';
import { words } from './words.ts';

export function FundPage() {
  const { fund = '' } = useParams<{ fund: string }>();
  const found = useFund(fund);
  return <Loaded query={found}>{(data) => <OneFund data={data} />}</Loaded>;
}

function OneFund({ data: { fund, history } }: { readonly data: OutputOf<'getFund'> }) {
  const say = useText();
  const format = useFormat();
  const { data: me } = useMe();
  const { programme, funder, year } = useFundName()(fund.fund);
  return (
    <Page
      title={`${programme} · ${funder}`}
      eyebrow={say(words.caption, { year })}
      back={{ to: `/funds?year=${year}`, label: say(words.title) }}
    >
      <div className="stack-loose">
        <Pots fund={fund} />
        {hasRole(me, 'auditor', 'finance') && <BooksCheck fund={fund.fund} />}
        {hasRole(me, 'finance') && <AllocationForm key={fund.version} fund={fund} />}
        <Movements fund={fund.fund} />
        <section className="stack" aria-labelledby="fund-history">
          <h2 id="fund-history">{say(words.history)}</h2>
          <RegisterHistory
            entries={history}
            names={words.events}
            detail={({ data }) =>
              typeof data.allocated === 'number' ? format.money(data.allocated) : undefined
            }
          />
        </section>
      </div>
    </Page>
  );
}

function Pots({ fund }: { readonly fund: Fund }) {
  const say = useText();
  const format = useFormat();
  return (
    <section className="sheet stack">
      <dl className="fund-pots">
        {potNames.map((pot) => (
          <div key={pot}>
            <dt>{say(words.pots[pot])}</dt>
            <dd className="numbers">{format.money(fund[pot])}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">{say(words.potsMean)}</p>
    </section>
  );
}
