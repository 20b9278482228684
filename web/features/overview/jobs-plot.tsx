import { type Outcome, totalOf } from '../../../shared/outcomes/outcome.ts';
import { Bars } from '../../components/plots/bars.tsx';
import { Plot } from '../../components/plots/plot.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { shareOf } from './share.ts';
import { words } from './words.ts';

type JobsPlotProps = { readonly outcomes: readonly Outcome[]; readonly year: number };

/** What factories promised when they applied, and what rosters and reports say since. */
export function JobsPlot({ outcomes, year }: JobsPlotProps) {
  const say = useText();
  const format = useFormat();
  const { townName } = useCounty();
  const all = totalOf(outcomes);
  const towns = [...Map.groupBy(outcomes, ({ town }) => town)]
    .map(([town, factories]) => ({ town, name: say(townName(town)), ...totalOf(factories) }))
    .toSorted((one, other) => other.promisedJobs - one.promisedJobs);
  const most = Math.max(1, ...towns.flatMap(({ jobs, promisedJobs }) => [jobs, promisedJobs]));
  return (
    <Plot
      title={say(words.jobs.title)}
      summary={
        towns.length === 0 ? (
          say(words.jobs.nothing, { year })
        ) : (
          <>
            {say(words.jobs.summary, {
              year,
              jobs: format.count(all.jobs),
              promised: format.count(all.promisedJobs),
              share: format.percentage(shareOf(all.jobs, all.promisedJobs)),
              poor: format.count(all.poorJobs),
            })}{' '}
            {say(words.jobs.scale)}
          </>
        )
      }
      columns={[say(words.town), say(words.jobs.promised), say(words.jobs.real), say(words.jobs.poor)]}
      rows={towns.map(({ name, promisedJobs, jobs, poorJobs }) => [
        name,
        ...[promisedJobs, jobs, poorJobs].map(String),
      ])}
    >
      <Bars
        bars={towns.map(({ town, name, jobs, promisedJobs }) => ({
          key: town,
          label: name,
          value: say(words.jobs.value, { jobs: format.count(jobs), promised: format.count(promisedJobs) }),
          parts: [{ fill: 'solid', share: jobs / most }],
          mark: promisedJobs / most,
        }))}
      />
    </Plot>
  );
}
