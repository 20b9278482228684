import './home.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { ProgrammeCard } from './programme-card.tsx';
import { words } from './words.ts';

export function HomePage() {
  const say = useText();
  const { data: me } = useMe();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes') });
  return (
    <Page title={say(words.title)} intro={say(words.intro)}>
      <div className="stack-loose">
        <div className="home-precheck">
          <LinkButton to="/what-could-i-get" kind="primary">
            {say(words.tryPrecheck)}
          </LinkButton>
          <span className="soft">{say(words.precheckHint)}</span>
          {hasRole(me, 'applicant') && <LinkButton to="/applications">{say(words.mine)}</LinkButton>}
        </div>
        <section aria-labelledby="programmes-title" className="stack">
          <h2 id="programmes-title">{say(words.programmes)}</h2>
          <Loaded query={programmes} waiting={<Skeleton lines={12} />}>
            {({ items }) =>
              items.length === 0 ? (
                <p>{say(words.nothingOpen)}</p>
              ) : (
                <ul className="home-cards">
                  {items.map((card) => (
                    <ProgrammeCard key={card.id} card={card} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </section>
        <p>
          <Link href="/notices">{say(words.notices)}</Link>{' '}
          <span className="soft">{say(words.noticesHint)}</span>
        </p>
        <section aria-labelledby="steps-title" className="stack">
          <h2 id="steps-title">{say(words.howTitle)}</h2>
          <ol className="home-steps">
            {words.steps.map(({ title, body }) => (
              <li key={title.en}>
                <h3>{say(title)}</h3>
                <p className="soft">{say(body)}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Page>
  );
}
