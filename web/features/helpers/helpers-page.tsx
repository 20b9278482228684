import { Link } from 'wouter';
import type { Helper } from '../../../shared/helpers/helper.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useHelpers } from './queries.ts';
import { words } from './words.ts';

/** Who looks after whom in this town, one's own enterprises first. */
export function HelpersPage() {
  const say = useText();
  const { data: me } = useMe();
  const helpers = useHelpers();
  return (
    <Page title={say(words.title)} intro={say(words.intro)}>
      <Loaded query={helpers}>
        {({ items }) => {
          const isMine = ({ officer }: Helper) => officer.id === me?.id;
          return items.length === 0 ? (
            <p role="status">{say(words.nothing)}</p>
          ) : (
            <div className="stack-loose">
              <Enterprises title={say(words.mine)} items={items.filter(isMine)} />
              <Enterprises title={say(words.others)} items={items.filter((item) => !isMine(item))} />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Enterprises({ title, items }: { readonly title: string; readonly items: readonly Helper[] }) {
  const say = useText();
  const format = useFormat();
  if (items.length === 0) return null;
  return (
    <section className="sheet stack">
      <h2>{title}</h2>
      <ul>
        {items.map(({ town, enterprise, enterpriseName, officer, since }) => (
          <li key={enterprise}>
            <Link href={`/helpers/${town}/${encodeURIComponent(enterprise)}`} lang="zh-CN">
              {enterpriseName}
            </Link>{' '}
            <span className="small soft">
              {say(words.since, { name: officer.name, date: format.date(since) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
