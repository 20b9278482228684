import { Suspense } from 'react';
import { Link } from 'wouter';
import type { Text } from '../../../shared/language/text.ts';
import { later } from '../../components/later.tsx';
import { hasRole, type Me, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { isHere } from './is-here.ts';
import { words } from './words.ts';

const OfficeNavigation = later(
  async () => (await import('./office-navigation.tsx')).OfficeNavigation,
).Component;

type Entry = { readonly to: string; readonly name: Text; readonly shown?: (me: Me | undefined) => boolean };

const entries: readonly Entry[] = [
  { to: '/applications', name: words.mine, shown: (me) => hasRole(me, 'applicant') },
  { to: '/enterprises', name: words.enterprises, shown: (me) => hasRole(me, 'applicant') },
  { to: '/', name: words.home },
  { to: '/premises', name: words.premises },
  { to: '/notices', name: words.notices },
  { to: '/courses', name: words.courses, shown: (me) => me === undefined || me.town !== undefined },
  { to: '/what-could-i-get', name: words.precheck },
];

export function Navigation({ place }: { readonly place: string }) {
  const say = useText();
  const { data: me } = useMe();
  const worksHere = hasRole(me, 'reviewer', 'supervisor', 'leader', 'finance', 'auditor', 'policy');
  return (
    <nav aria-label={say(words.mainNavigation)}>
      <ul className="header-links">
        {me && worksHere ? (
          <Suspense fallback={null}>
            <OfficeNavigation me={me} place={place} />
          </Suspense>
        ) : (
          entries
            .filter(({ shown = () => true }) => shown(me))
            .map(({ to, name }) => (
              <li key={to}>
                <Link href={to} aria-current={isHere(to, place) ? 'page' : undefined}>
                  {say(name)}
                </Link>
              </li>
            ))
        )}
      </ul>
    </nav>
  );
}
