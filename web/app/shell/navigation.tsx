import { Link } from 'wouter';
import type { Text } from '../../../shared/language/text.ts';
import { hasRole, type Me, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type Entry = { readonly to: string; readonly name: Text; readonly shown: (me: Me | undefined) => boolean };

const isOfficial = (me: Me | undefined) => hasRole(me, 'reviewer', 'supervisor', 'leader');

const entries: readonly Entry[] = [
  { to: '/worklist', name: words.worklist, shown: isOfficial },
  { to: '/overview', name: words.overview, shown: (me) => hasRole(me, 'policy', 'leader', 'auditor') },
  { to: '/awards', name: words.awards, shown: (me) => hasRole(me, 'finance') || isOfficial(me) },
  {
    to: '/funds',
    name: words.funds,
    shown: (me) => hasRole(me, 'finance', 'leader', 'supervisor', 'auditor', 'policy'),
  },
  { to: '/helpers', name: words.helpers, shown: (me) => isOfficial(me) && me?.town !== undefined },
  { to: '/employees', name: words.employees, shown: isOfficial },
  {
    to: '/outcomes',
    name: words.outcomes,
    shown: (me) => hasRole(me, 'policy', 'auditor', 'finance') || isOfficial(me),
  },
  { to: '/assist', name: words.assist, shown: (me) => hasRole(me, 'reviewer') },
  { to: '/decisions', name: words.decisions, shown: (me) => hasRole(me, 'auditor') },
  {
    to: '/statistics',
    name: words.statistics,
    shown: (me) => hasRole(me, 'auditor', 'leader', 'policy'),
  },
  {
    to: '/policy',
    name: words.policy,
    shown: (me) => hasRole(me, 'policy', 'auditor', 'finance') || isOfficial(me),
  },
  { to: '/applications', name: words.mine, shown: (me) => hasRole(me, 'applicant') },
  { to: '/', name: words.home, shown: () => true },
  { to: '/premises', name: words.premises, shown: () => true },
  { to: '/notices', name: words.notices, shown: () => true },
  { to: '/courses', name: words.courses, shown: (me) => me === undefined || me.town !== undefined },
  {
    to: '/what-could-i-get',
    name: words.precheck,
    shown: (me) => me === undefined || hasRole(me, 'applicant'),
  },
];

const isHere = (to: string, place: string): boolean => (to === '/' ? place === '/' : place.startsWith(to));

export function Navigation({ place }: { readonly place: string }) {
  const say = useText();
  const { data: me } = useMe();
  return (
    <nav aria-label={say(words.mainNavigation)}>
      <ul className="header-links">
        {entries
          .filter(({ shown }) => shown(me))
          .map(({ to, name }) => (
            <li key={to}>
              <Link href={to} aria-current={isHere(to, place) ? 'page' : undefined}>
                {say(name)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
