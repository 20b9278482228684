import './enterprises.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Profile } from '../../../shared/enterprises/profile.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** The enterprises in which somebody or something waits for this town. */
export function RequestsPage() {
  const say = useText();
  const requests = useQuery({
    queryKey: ['profile-requests'],
    queryFn: ({ signal }) => call('profileRequests', { signal }),
  });
  return (
    <Page title={say(words.requestsTitle)} intro={say(words.requestsIntro)}>
      <Loaded query={requests}>
        {({ items }) =>
          items.length === 0 ? (
            <p role="status">{say(words.noRequests)}</p>
          ) : (
            <ul className="enterprise-lines sheet">
              {items.map((profile) => (
                <Request key={profile.enterprise} profile={profile} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Request({ profile: { enterprise, name, town, members, branches } }: { readonly profile: Profile }) {
  const say = useText();
  const { data: me } = useMe();
  const people = town === me?.town ? members.filter(({ state }) => state === 'asked').length : 0;
  const claimed = branches.filter((one) => one.state === 'claimed' && one.town === me?.town).length;
  return (
    <li>
      <Link href={`/profile-requests/${enterprise}`} lang="zh-CN">
        {name}
      </Link>
      <span className="small">
        {people > 0 && say(words.asksToAct, { n: people })}{' '}
        {claimed > 0 && say(words.branchesToSee, { n: claimed })}
      </span>
    </li>
  );
}
