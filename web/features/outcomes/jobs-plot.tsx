import { useText } from '../../lib/i18n/use-text.ts';
import type { Line } from './outcome-lines.ts';
import { words } from './words.ts';

const row = 32;
const nameWidth = 240;
const barWidth = 420;
const width = nameWidth + barWidth + 80;

/** Jobs of every line as bars, the largest first. The table beside it says the same in figures. */
export function JobsPlot({ lines }: { readonly lines: readonly Line[] }) {
  const say = useText();
  const shown = lines.toSorted((a, b) => b.figures.jobs - a.figures.jobs).slice(0, 20);
  const most = Math.max(1, ...shown.map(({ figures }) => figures.jobs));
  const long = (count: number): number => (count / most) * barWidth;
  return (
    <figure className="outcome-plot sheet">
      <figcaption>{say(words.chart)}</figcaption>
      <svg viewBox={`0 0 ${width} ${shown.length * row}`} role="img" aria-label={say(words.chart)}>
        {shown.map(({ key, name, figures: { jobs, poorJobs } }, index) => (
          <g key={key} transform={`translate(0 ${index * row})`}>
            <title>{say(words.bar, { name, jobs, poor: poorJobs })}</title>
            <text x={nameWidth - 8} y={row / 2} textAnchor="end" dominantBaseline="central">
              {[...name].length > 16 ? `${[...name].slice(0, 15).join('')}…` : name}
            </text>
            <rect className="outcome-jobs" x={nameWidth} y={6} width={long(jobs)} height={row - 12} />
            <rect className="outcome-poor" x={nameWidth} y={6} width={long(poorJobs)} height={row - 12} />
            <text x={nameWidth + long(jobs) + 8} y={row / 2} dominantBaseline="central">
              {jobs}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
