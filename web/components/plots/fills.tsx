import './plots.css';

/** How a part of a plot is filled: told apart by its pattern, so that it survives print and colour blindness. */
export type Fill = 'solid' | 'hatched' | 'dotted' | 'empty' | 'alarm';

export const fillOf = (fill: Fill): string => `url(#plot-${fill})`;

const tile = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' } as const;

/** The patterns, once on a page that has plots. */
export const PlotFills = () => (
  <svg className="plot-fills" width="0" height="0" aria-hidden="true">
    <defs>
      <pattern id="plot-solid" {...tile}>
        <rect className="plot-pine" width="6" height="6" />
      </pattern>
      <pattern id="plot-hatched" {...tile} patternTransform="rotate(45)">
        <rect className="plot-pine-line" width="6" height="6" />
        <rect className="plot-pine" width="2" height="6" />
      </pattern>
      <pattern id="plot-dotted" {...tile}>
        <rect className="plot-pine-soft" width="6" height="6" />
        <circle className="plot-pine" cx="3" cy="3" r="1.1" />
      </pattern>
      <pattern id="plot-empty" {...tile}>
        <rect className="plot-sheet" width="6" height="6" />
      </pattern>
      <pattern id="plot-alarm" {...tile} patternTransform="rotate(-45)">
        <rect className="plot-cinnabar" width="6" height="6" />
        <rect className="plot-cinnabar-soft" width="1.5" height="6" />
      </pattern>
    </defs>
  </svg>
);

type LegendProps = { readonly entries: readonly { readonly fill: Fill; readonly label: string }[] };

export const Legend = ({ entries }: LegendProps) => (
  <ul className="plot-legend plain-list small">
    {entries.map(({ fill, label }) => (
      <li key={fill}>
        <svg className="plot-swatch" width="18" height="12" aria-hidden="true">
          <rect className="plot-part" width="18" height="12" fill={fillOf(fill)} />
        </svg>
        {label}
      </li>
    ))}
  </ul>
);
