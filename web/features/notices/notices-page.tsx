import './notices.css';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import type { Text } from '../../../shared/language/text.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Labelled } from '../../components/form/labelled.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { FindAnswer } from './find-answer.tsx';
import { NoticeTable } from './notice-table.tsx';
import { words } from './words.ts';

/** Everything in public notice now, those that close first in front; the filter stays in the address. */
export function NoticesPage() {
  const say = useText();
  const { data: me } = useMe();
  const [search] = useSearchParams();
  const town = search.get('town') ?? '';
  const programme = search.get('programme') ?? '';
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
        <Filters />
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

function Filters() {
  const say = useText();
  const { towns } = useCounty();
  const { data } = useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes') });
  return (
    <div className="row">
      <Filter
        name="town"
        label={words.town}
        all={words.allTowns}
        options={towns.map(({ code, name }) => ({ value: code, label: say(name) }))}
      />
      <Filter
        name="programme"
        label={words.programme}
        all={words.allProgrammes}
        options={(data?.items ?? []).map(({ id, title }) => ({ value: id, label: say(title) }))}
      />
    </div>
  );
}

type FilterProps = {
  readonly name: string;
  readonly label: Text;
  readonly all: Text;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

function Filter({ name, label, all, options }: FilterProps) {
  const say = useText();
  const [search, setSearch] = useSearchParams();
  const choose = (value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value === '') after.delete(name);
      else after.set(name, value);
      return after;
    });
  return (
    <Labelled label={say(label)}>
      {(id) => (
        <select
          id={id}
          className="control control-short"
          value={search.get(name) ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{say(all)}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
