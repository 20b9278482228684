import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { type Site, type SiteFacts, townOfPremises } from '../../../shared/premises/site.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShortForm } from '../../components/form/short-form.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { usePremises } from './queries.ts';
import { answersOfSite, siteFactsOf, siteFields } from './site-form.ts';
import { numberField } from './unit-form.ts';
import { words } from './words.ts';

const fieldsOfNew = [numberField, ...siteFields];

/** Enters a site, or changes one: `/keep-premises/sites/new` and `/keep-premises/sites/<id>`. */
export function SiteFormPage() {
  const say = useText();
  const { site: id = '' } = useParams<{ site: string }>();
  const { data: me } = useMe();
  const isNew = id === 'new';
  const premises = usePremises(isNew ? (me?.town ?? '') : townOfPremises(id));
  return (
    <Page
      title={say(isNew ? words.newSite : words.changeSite)}
      back={{ to: '/keep-premises', label: say(words.keep) }}
      width="reading"
    >
      <Loaded query={premises} waiting={<Skeleton lines={6} />}>
        {({ sites }) => {
          const site = sites.find((one) => one.site === id);
          return <SiteForm key={site?.version ?? 0} site={site} town={me?.town ?? ''} />;
        }}
      </Loaded>
    </Page>
  );
}

type SiteFormProps = { readonly site: Site | undefined; readonly town: string };
type Sent = { readonly number: string; readonly facts: SiteFacts };

function SiteForm({ site, town }: SiteFormProps) {
  const say = useText();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [stale, setStale] = useState(false);
  const save = useAct(
    (commandId, { number, facts }: Sent) => {
      const body = { ...facts, buildings: [...facts.buildings] };
      return site
        ? call('changeSite', {
            params: { site: site.site },
            body: { commandId, version: site.version, site: body },
          })
        : call('enterSite', { body: { commandId, town, number, site: body } });
    },
    async () => {
      announce(words.saved);
      await queries.invalidateQueries({ queryKey: ['premises'] });
      go('/keep-premises');
    },
  );
  return (
    <div className="sheet stack">
      {stale && <Notice tone="attention">{say(words.changedMeanwhile)}</Notice>}
      <ShortForm
        fields={site ? siteFields : fieldsOfNew}
        initial={site ? answersOfSite(site) : { buildings: [{ name: '1 号楼', floors: 6, basements: 0 }] }}
        keptAs={`site:${site?.site ?? 'new'}:${site?.version ?? 0}`}
        submit={say(words.save)}
        busy={save.isPending}
        error={save.error}
        within="/site"
        onSubmit={(answers, forget) =>
          save.mutate(
            { number: String(answers.number ?? ''), facts: siteFactsOf(answers) },
            {
              onSuccess: forget,
              onError: async (error) => {
                if (problemCode(error) !== 'stale-version') return;
                setStale(true);
                await queries.invalidateQueries({ queryKey: ['premises'] });
              },
            },
          )
        }
        onCancel={() => go('/keep-premises')}
      />
    </div>
  );
}
