import './premises.css';
import { Link } from 'wouter';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page/page.tsx';
import { useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { usePremises } from './queries.ts';
import { UnitTable } from './unit-table.tsx';
import { words } from './words.ts';

/** What a town officer keeps: the sites of the town and what lies in them. */
export function KeepPage() {
  const say = useText();
  const { data: me } = useMe();
  const { townName } = useCounty();
  const town = me?.town ?? '';
  const premises = usePremises(town);
  return (
    <Page
      title={say(words.keepTitle, { town: say(townName(town)) })}
      intro={say(words.keepIntro)}
      back={{ to: `/premises?town=${town}&show=all`, label: say(words.title) }}
      actions={
        <>
          <LinkButton to="/keep-premises/units/new" kind="primary">
            {say(words.newUnit)}
          </LinkButton>
          <LinkButton to="/keep-premises/sites/new">{say(words.newSite)}</LinkButton>
        </>
      }
    >
      <Loaded query={premises} waiting={<Skeleton lines={6} />}>
        {({ sites, units }) => (
          <div className="stack-loose">
            {sites.length === 0 && <p>{say(words.noSites)}</p>}
            {sites.map(({ site, name, community, buildings }) => {
              const here = units.filter((unit) => unit.site === site);
              return (
                <section key={site} className="stack" aria-labelledby={`site-${site}`}>
                  <div className="premises-site">
                    <div>
                      <h2 id={`site-${site}`} lang="zh-CN">
                        {name}
                      </h2>
                      <p className="soft" lang="zh-CN">
                        {community} · {buildings.map((building) => building.name).join('、')}
                      </p>
                    </div>
                    <Link href={`/keep-premises/sites/${site}`}>
                      {say(words.changeSite)}
                      <span className="only-heard" lang="zh-CN">
                        {name}
                      </span>
                    </Link>
                  </div>
                  {here.length > 0 && <UnitTable place={name} units={here} />}
                </section>
              );
            })}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
