import { Link } from 'wouter';
import type { Text } from '../../../shared/language/text.ts';
import { hasRole, type Me, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { NavigationGroup } from './navigation-group.tsx';
import { words } from './words.ts';

type Entry = { readonly to: string; readonly name: Text; readonly shown: (me: Me | undefined) => boolean };
type Group = { readonly title: Text; readonly entries: readonly Entry[] };

const isOfficial = (me: Me | undefined) => hasRole(me, 'reviewer', 'supervisor', 'leader');
const worksHere = (me: Me | undefined) => isOfficial(me) || hasRole(me, 'finance', 'auditor', 'policy');

/** What is open to everybody. */
const open: readonly Entry[] = [
  { to: '/', name: words.home, shown: () => true },
  { to: '/premises', name: words.premises, shown: () => true },
  { to: '/notices', name: words.notices, shown: () => true },
  { to: '/courses', name: words.courses, shown: (me) => me === undefined || me.town !== undefined },
];

/** What one does every day stands by itself; the rest is grouped, so that nobody meets a row of eleven. */
const daily: readonly Entry[] = [
  { to: '/worklist', name: words.worklist, shown: isOfficial },
  { to: '/assist', name: words.assist, shown: (me) => hasRole(me, 'reviewer') },
  { to: '/decisions', name: words.decisions, shown: (me) => hasRole(me, 'auditor') },
  { to: '/awards', name: words.awards, shown: (me) => hasRole(me, 'finance') },
  { to: '/applications', name: words.mine, shown: (me) => hasRole(me, 'applicant') },
];

const groups: readonly Group[] = [
  {
    title: words.supervision,
    entries: [
      { to: '/awards', name: words.awards, shown: isOfficial },
      {
        to: '/funds',
        name: words.funds,
        shown: (me) => hasRole(me, 'finance', 'leader', 'supervisor', 'auditor', 'policy'),
      },
      { to: '/helpers', name: words.helpers, shown: (me) => isOfficial(me) && me?.town !== undefined },
      { to: '/employees', name: words.employees, shown: isOfficial },
    ],
  },
  {
    title: words.figures,
    entries: [
      { to: '/overview', name: words.overview, shown: (me) => hasRole(me, 'policy', 'leader', 'auditor') },
      { to: '/outcomes', name: words.outcomes, shown: worksHere },
      {
        to: '/statistics',
        name: words.statistics,
        shown: (me) => hasRole(me, 'auditor', 'leader', 'policy'),
      },
      { to: '/policy', name: words.policy, shown: worksHere },
      { to: '/holidays', name: words.holidays, shown: worksHere },
    ],
  },
  {
    title: words.open,
    entries: open.map((entry) => ({ ...entry, shown: (me) => worksHere(me) && entry.shown(me) })),
  },
];

/** To applicants and visitors the open pages are what they come for. */
const forVisitors: readonly Entry[] = [
  ...open.map((entry) => ({ ...entry, shown: (me: Me | undefined) => !worksHere(me) && entry.shown(me) })),
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
  const shownOf = (entries: readonly Entry[]) => entries.filter(({ shown }) => shown(me));
  const link = ({ to, name }: Entry) => (
    <li key={to}>
      <Link href={to} aria-current={isHere(to, place) ? 'page' : undefined}>
        {say(name)}
      </Link>
    </li>
  );
  return (
    <nav aria-label={say(words.mainNavigation)}>
      <ul className="header-links">
        {shownOf(daily).map(link)}
        {groups.map(({ title, entries }) => {
          const shown = shownOf(entries);
          if (shown.length < 2) return shown.map(link);
          return (
            <NavigationGroup
              key={title.en}
              title={say(title)}
              isHere={shown.some(({ to }) => isHere(to, place))}
              place={place}
            >
              {shown.map(link)}
            </NavigationGroup>
          );
        })}
        {shownOf(forVisitors).map(link)}
      </ul>
    </nav>
  );
}
