import './notices.css';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Filter } from '../../components/form/filter.tsx';
import { TownFilter } from '../../components/form/town-filter.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useSearchFilter } from '../../lib/use-search-filter.ts';
import { FindAnswer } from './find-answer.tsx';
import { NoticeTable } from './notice-table.tsx';
import { words } from './words.ts';

/** Everything in public notice now, those that close first in front; the filter stays in the address. */
export function NoticesPage() {
  const say = useText();
  const { data: me } = useMe();
  const filter = useSearchFilter();
  const [town, programme] = [filter.chosen('town'), filter.chosen('programme')];
  const notices = useQuery({
    queryKey: ['notices', town, programme],
    queryFn: ({ signal }) =>
      call('listNotices', {
        query: { ...(town !== '' && { town }), ...(programme !== '' && { programme }) },
        signal,
      }),
  });
  return (
    <Page
      title={say(words.title)}
      intro={say(words.intro)}
      actions={
        hasRole(me, 'reviewer', 'supervisor', 'leader') && (
          <LinkButton to="/objections">{say(words.toAnswer)}</LinkButton>
        )
      }
    >
      <div className="stack-loose">
        <Filters filter={filter} />
        <Loaded query={notices} waiting={<Skeleton lines={6} />}>
          {({ items }) => (
            <>
              <p role="status">
                {items.length === 0 ? say(words.nothing) : say(words.counted, { n: items.length })}
              </p>
              {items.length > 0 && <NoticeTable items={items} />}
            </>
          )}
        </Loaded>
        <FindAnswer />
      </div>
    </Page>
  );
}

function Filters({ filter: { chosen, choose } }: { readonly filter: ReturnType<typeof useSearchFilter> }) {
  const say = useText();
  const { data } = useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes') });
  return (
    <div className="row">
      <TownFilter value={chosen('town')} all={words.allTowns} onChange={(town) => choose('town', town)} />
      <Filter
        label={words.programme}
        value={chosen('programme')}
        all={words.allProgrammes}
        options={(data?.items ?? []).map(({ id, title }) => [id, say(title)])}
        onChange={(programme) => choose('programme', programme)}
      />
    </div>
  );
}
