import './premises.css';
import type { OutputOf } from '../../../shared/api/client.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Filter } from '../../components/form/filter.tsx';
import { TownFilter } from '../../components/form/town-filter.tsx';
import { Page } from '../../components/page/page.tsx';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useSearchFilter } from '../../lib/use-search-filter.ts';
import { usePremises } from './queries.ts';
import { UnitTable } from './unit-table.tsx';
import { words } from './words.ts';

type Premises = OutputOf<'listPremises'>;

/** The public list, town by town; what is asked for stays in the address. */
export function PremisesPage() {
  const say = useText();
  const { data: me } = useMe();
  const { chosen, choose } = useSearchFilter();
  const town = chosen('town');
  const onlyOffered = chosen('show') !== 'all';
  const premises = usePremises(town);
  const keeps = me?.town !== undefined && hasRole(me, 'reviewer', 'supervisor');
  return (
    <Page
      title={say(words.title)}
      intro={say(words.intro)}
      actions={keeps && <LinkButton to="/keep-premises">{say(words.keep)}</LinkButton>}
    >
      <div className="stack-loose">
        <div className="row">
          <TownFilter value={town} all={words.allTowns} onChange={(value) => choose('town', value)} />
          <Filter
            label={words.show}
            value={chosen('show')}
            all={words.onOffer}
            options={[['all', say(words.all)]]}
            onChange={(value) => choose('show', value)}
          />
        </div>
        <Loaded query={premises} waiting={<Skeleton lines={6} />}>
          {(data) => <Sites premises={data} onlyOffered={onlyOffered} />}
        </Loaded>
      </div>
    </Page>
  );
}

type SitesProps = { readonly premises: Premises; readonly onlyOffered: boolean };

function Sites({ premises: { sites, units }, onlyOffered }: SitesProps) {
  const say = useText();
  const format = useFormat();
  const { townName } = useCounty();
  const shown = units.filter(({ state }) => !onlyOffered || state === 'offered');
  const free = shown.reduce((sum, { freeArea }) => sum + freeArea, 0);
  return (
    <>
      <p role="status">
        {shown.length === 0
          ? say(words.nothing)
          : say(words.counted, { n: shown.length, free: format.area(free) })}
      </p>
      {sites
        .filter(({ site }) => shown.some((unit) => unit.site === site))
        .map(({ site, name, town, community, address }) => (
          <section key={site} className="stack" aria-labelledby={`site-${site}`}>
            <div>
              <h2 id={`site-${site}`} lang="zh-CN">
                {name}
              </h2>
              <p className="soft">
                {say(townName(town))} · <span lang="zh-CN">{community}</span> ·{' '}
                <span lang="zh-CN">{address}</span>
              </p>
            </div>
            <UnitTable place={name} units={shown.filter((unit) => unit.site === site)} />
          </section>
        ))}
    </>
  );
}
