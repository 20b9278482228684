import { totalOf } from '../../../shared/outcomes/outcome.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { sumOf } from './funds-plot.tsx';
import { useFundsOf, useJobs, useOpenCases, useTimes } from './queries.ts';
import { shareOf } from './share.ts';
import type { Scope } from './use-scope.ts';
import { words } from './words.ts';

const sumBy = <T,>(items: readonly T[] | undefined, of: (item: T) => number): number =>
  (items ?? []).reduce((sum, item) => sum + of(item), 0);

/** Four answers before any plot. Each waits for its own figures, in its place. */
export function KeyFigures({ scope }: { readonly scope: Scope }) {
  const say = useText();
  const format = useFormat();
  const cases = useOpenCases(scope).data;
  const times = useTimes(scope).data?.total;
  const funds = useFundsOf(scope).data;
  const outcomes = useJobs(scope).data;
  const jobs = outcomes && totalOf(outcomes);
  const inHand = cases?.filter(({ phase }) => phase !== 'award');
  const awards = cases?.filter(({ phase }) => phase === 'award');
  const late = sumBy(inHand, (one) => one.late);
  const none = say(words.none);
  const allocated = funds && sumOf(funds, 'allocated');
  const figures = [
    {
      name: say(words.key.open),
      value: inHand
        ? say(words.key.openUnit, { n: format.count(sumBy(inHand, ({ count }) => count)) })
        : none,
      more: [
        late > 0 ? say(words.key.late, { n: late }) : say(words.key.noneLate),
        say(words.key.awards, { n: sumBy(awards, ({ count }) => count) }),
      ].join(' · '),
    },
    {
      name: say(words.key.kept),
      value:
        times && times.timed > 0 ? format.percentage(shareOf(times.timed - times.late, times.timed)) : none,
      more: say(words.key.keptOf, { year: scope.year, n: format.count(times?.timed ?? 0) }),
    },
    {
      name: say(words.key.used),
      value:
        funds && allocated
          ? format.percentage(shareOf(sumOf(funds, 'paid') + sumOf(funds, 'committed'), allocated))
          : none,
      more: say(words.key.usedOf, { amount: format.money(allocated ?? 0) }),
    },
    {
      name: say(words.key.jobs),
      value: jobs ? format.count(jobs.jobs) : none,
      more: say(words.key.jobsOf, { n: format.count(jobs?.promisedJobs ?? 0) }),
    },
  ];
  return (
    <dl className="overview-key">
      {figures.map(({ name, value, more }) => (
        <div key={name} className="sheet">
          <dt>{name}</dt>
          <dd className="overview-value numbers">{value}</dd>
          <dd className="small soft numbers">{more}</dd>
        </div>
      ))}
    </dl>
  );
}
