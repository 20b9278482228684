import { Bars } from '../../components/plots/bars.tsx';
import { PlotFills } from '../../components/plots/fills.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import type { Line } from './outcome-lines.ts';
import { words } from './words.ts';

const most = 20;

/** Jobs of every line as bars, the largest first. The table below says the same in figures. */
export function JobsPlot({ lines }: { readonly lines: readonly Line[] }) {
  const say = useText();
  const shown = lines.toSorted((a, b) => b.figures.jobs - a.figures.jobs).slice(0, most);
  const scale = Math.max(1, ...shown.map(({ figures }) => figures.jobs));
  return (
    <figure className="outcome-plot sheet stack">
      <PlotFills />
      <figcaption>{say(words.chart)}</figcaption>
      <Bars
        bars={shown.map(({ key, name, figures: { jobs, poorJobs } }) => ({
          key,
          label: <span lang="zh-CN">{name}</span>,
          value: say(words.bar, { jobs, poor: poorJobs }),
          parts: [
            { fill: 'solid', share: poorJobs / scale },
            { fill: 'hatched', share: (jobs - poorJobs) / scale },
          ],
        }))}
      />
    </figure>
  );
}
