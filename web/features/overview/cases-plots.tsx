import type { OutputOf } from '../../../shared/api/client.ts';
import { Bars } from '../../components/plots/bars.tsx';
import { Legend } from '../../components/plots/fills.tsx';
import { Plot } from '../../components/plots/plot.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

type OpenCases = OutputOf<'countOpenCases'>['items'];
type Counted = { readonly key: string; readonly name: string; readonly count: number; readonly late: number };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const counted = (key: string, name: string, own: OpenCases): Counted => ({
  key,
  name,
  count: sum(own.map(({ count }) => count)),
  late: sum(own.map(({ late }) => late)),
});

const fullest = (groups: readonly Counted[]): Counted | undefined =>
  groups.toSorted((one, other) => other.count - one.count)[0];

const countOf = (items: OpenCases): number => sum(items.map(({ count }) => count));

/** Open cases by stage in the order in which a case passes them, and by town with the busiest first. */
export function CasesPlots({ items }: { readonly items: OpenCases }) {
  const say = useText();
  const { townName } = useCounty();
  const stages = Object.entries(words.phases).flatMap(([phase, name]) => {
    const own = items.filter((one) => one.phase === phase);
    return own.length === 0 ? [] : [counted(phase, say(name), own)];
  });
  const towns = [...Map.groupBy(items, ({ town }) => town)]
    .map(([town, own]) => counted(town, say(townName(town)), own))
    .toSorted((one, other) => other.count - one.count);
  const inHand = stages.filter(({ key }) => key !== 'award');
  const awards = stages.find(({ key }) => key === 'award');
  const [stage, town] = [fullest(inHand), towns[0]];
  const nothing = say(words.cases.nothing);
  return (
    <>
      <Plot
        title={say(words.cases.title)}
        summary={
          stages.length === 0
            ? nothing
            : [
                say(words.cases.summary, {
                  n: sum(inHand.map(({ count }) => count)),
                  late: sum(inHand.map(({ late }) => late)),
                }),
                stage && say(words.cases.most, { most: stage.name, count: stage.count }),
                awards && say(words.cases.awards, { n: awards.count, late: awards.late }),
              ].join(' ')
        }
        columns={[say(words.cases.stage), say(words.cases.all), say(words.cases.late)]}
        rows={stages.map((one) => [one.name, String(one.count), String(one.late)])}
      >
        <CountBars groups={stages} />
      </Plot>
      <Plot
        title={say(words.cases.towns)}
        summary={
          town
            ? say(words.cases.townSummary, { n: towns.length, most: town.name, count: town.count })
            : nothing
        }
        columns={[say(words.town), ...stages.map(({ name }) => name), say(words.total)]}
        rows={towns.map(({ key, name, count }) => [
          name,
          ...stages.map(({ key: phase }) =>
            String(countOf(items.filter((one) => one.town === key && one.phase === phase))),
          ),
          String(count),
        ])}
      >
        <CountBars groups={towns} />
      </Plot>
    </>
  );
}

function CountBars({ groups }: { readonly groups: readonly Counted[] }) {
  const say = useText();
  const format = useFormat();
  const most = Math.max(1, ...groups.map(({ count }) => count));
  if (groups.length === 0) return null;
  return (
    <>
      <Legend
        entries={[
          { fill: 'solid', label: say(words.cases.onTime) },
          { fill: 'alarm', label: say(words.cases.late) },
        ]}
      />
      <Bars
        bars={groups.map(({ key, name, count, late }) => ({
          key,
          label: name,
          value: say(late > 0 ? words.cases.countLate : words.cases.count, { n: format.count(count), late }),
          parts: [
            { fill: 'solid', share: (count - late) / most },
            { fill: 'alarm', share: late / most },
          ],
        }))}
      />
    </>
  );
}
