import { Link } from 'wouter';
import type { Text } from '../../../shared/language/text.ts';
import { hasRole, type Me } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { isHere } from './is-here.ts';
import { NavigationGroup } from './navigation-group.tsx';
import { officeWords as own } from './office-words.ts';
import { words } from './words.ts';

type Entry = { readonly to: string; readonly name: Text; readonly shown?: (me: Me) => boolean };
type Group = { readonly title: Text; readonly entries: readonly Entry[] };

const isOfficial = (me: Me) => hasRole(me, 'reviewer', 'supervisor', 'leader');

/** What one does every day stands by itself; the rest is grouped, so that nobody meets a row of eleven. */
const daily: readonly Entry[] = [
  { to: '/worklist', name: own.worklist, shown: isOfficial },
  { to: '/assist', name: own.assist, shown: (me) => hasRole(me, 'reviewer') },
  { to: '/decisions', name: own.decisions, shown: (me) => hasRole(me, 'auditor') },
  { to: '/awards', name: own.awards, shown: (me) => hasRole(me, 'finance') },
];

const groups: readonly Group[] = [
  {
    title: own.supervision,
    entries: [
      { to: '/awards', name: own.awards, shown: isOfficial },
      {
        to: '/funds',
        name: own.funds,
        shown: (me) => hasRole(me, 'finance', 'leader', 'supervisor', 'auditor', 'policy'),
      },
      {
        to: '/profile-requests',
        name: own.profileRequests,
        shown: (me) => hasRole(me, 'reviewer', 'supervisor') && me.town !== undefined,
      },
      { to: '/helpers', name: own.helpers, shown: (me) => isOfficial(me) && me.town !== undefined },
      { to: '/employees', name: own.employees, shown: isOfficial },
    ],
  },
  {
    title: own.figures,
    entries: [
      { to: '/overview', name: own.overview, shown: (me) => hasRole(me, 'policy', 'leader', 'auditor') },
      { to: '/outcomes', name: own.outcomes },
      { to: '/statistics', name: own.statistics, shown: (me) => hasRole(me, 'auditor', 'leader', 'policy') },
      { to: '/ledger', name: own.ledger, shown: (me) => hasRole(me, 'auditor') },
      { to: '/policy', name: own.policy },
      { to: '/holidays', name: own.holidays },
    ],
  },
  {
    title: own.open,
    entries: [
      { to: '/', name: words.home },
      { to: '/premises', name: words.premises },
      { to: '/notices', name: words.notices },
      { to: '/courses', name: words.courses, shown: (me) => me.town !== undefined },
    ],
  },
];

type OfficeNavigationProps = { readonly me: Me; readonly place: string };

/** The entries of people in office, kept apart so that an applicant's first page does not carry them. */
export function OfficeNavigation({ me, place }: OfficeNavigationProps) {
  const say = useText();
  const shownOf = (entries: readonly Entry[]) => entries.filter(({ shown = () => true }) => shown(me));
  const link = ({ to, name }: Entry) => (
    <li key={to}>
      <Link href={to} aria-current={isHere(to, place) ? 'page' : undefined}>
        {say(name)}
      </Link>
    </li>
  );
  return (
    <>
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
    </>
  );
}
