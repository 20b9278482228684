import type { OutputOf } from '../../../shared/api/client.ts';
import { rangesInTime } from '../../../shared/decisions/spread.ts';
import { Bars } from '../../components/plots/bars.tsx';
import { Columns } from '../../components/plots/columns.tsx';
import { Plot } from '../../components/plots/plot.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { shareOf } from './share.ts';
import { words } from './words.ts';

type Statistics = OutputOf<'statistics'>;
type Figures = Statistics['total'];
type TimePlotsProps = { readonly statistics: Statistics; readonly year: number };

/** One decimal is as exact as an average of a few cases can be. */
const average = (total: number, count: number): string => (count === 0 ? '0' : (total / count).toFixed(1));

const plus = (one: Figures, other: Figures): Figures => ({
  ...one,
  timed: one.timed + other.timed,
  used: one.used + other.used,
  promised: one.promised + other.promised,
  late: one.late + other.late,
});

/** How decisions lie about their promise, and which stage takes how long. */
export function TimePlots({ statistics: { total, stages }, year }: TimePlotsProps) {
  const say = useText();
  const format = useFormat();
  const { timed, late, used, promised, spread } = total;
  const nothing = say(words.time.nothing, { year });
  // Stages of the same name of several programmes are one to the reader.
  const byName = [
    ...Map.groupBy(
      stages.filter(({ figures }) => figures.timed > 0),
      ({ title }) => say(title),
    ),
  ].flatMap(([name, own]) => {
    const [first, ...others] = own.map(({ figures }) => figures);
    return first ? [{ name, figures: others.reduce(plus, first) }] : [];
  });
  const longest = Math.max(
    1,
    ...byName.flatMap(({ figures }) => [figures.used / figures.timed, figures.promised / figures.timed]),
  );
  return (
    <>
      <Plot
        title={say(words.time.title)}
        summary={
          timed === 0
            ? nothing
            : say(words.time.summary, {
                year,
                n: format.count(timed),
                kept: format.count(timed - late),
                share: format.percentage(shareOf(timed - late, timed)),
                used: format.percentage(shareOf(used, promised)),
              })
        }
        columns={[say(words.time.range), say(words.time.decisions)]}
        rows={words.time.ranges.map((range, at) => [say(range), String(spread[at] ?? 0)])}
      >
        {timed > 0 && (
          <Columns
            columns={words.time.ranges.map((range, at) => ({
              label: say(range),
              value: spread[at] ?? 0,
              fill: at < rangesInTime ? 'solid' : 'alarm',
            }))}
            line={{ after: rangesInTime, label: say(words.time.promise) }}
          />
        )}
      </Plot>
      <Plot
        title={say(words.time.stages)}
        summary={timed === 0 ? nothing : say(words.time.stagesSummary)}
        columns={[
          say(words.cases.stage),
          say(words.time.used),
          say(words.time.promised),
          say(words.time.late),
        ]}
        rows={byName.map(({ name, figures }) => [
          name,
          average(figures.used, figures.timed),
          average(figures.promised, figures.timed),
          String(figures.late),
        ])}
      >
        <Bars
          bars={byName.map(({ name, figures }) => ({
            key: name,
            label: name,
            value: say(words.time.days, {
              used: average(figures.used, figures.timed),
              promised: average(figures.promised, figures.timed),
            }),
            parts: [{ fill: 'hatched', share: figures.used / figures.timed / longest }],
            mark: figures.promised / figures.timed / longest,
          }))}
        />
      </Plot>
    </>
  );
}
