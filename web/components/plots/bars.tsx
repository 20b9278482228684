import type { ReactNode } from 'react';
import { type Fill, fillOf } from './fills.tsx';

/** Shares are of 1. */
type Bar = {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly parts: readonly { readonly fill: Fill; readonly share: number }[];
  /** A line across the bar: what was promised. */
  readonly mark?: number;
};

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/**
 * Horizontal bars of one or several parts. Name and value are text beside the bar, so nothing is said by the
 * picture alone, and text keeps its size whatever the width.
 */
export const Bars = ({ bars }: { readonly bars: readonly Bar[] }) => (
  <ul className="plot-bars plain-list">
    {bars.map(({ key, label, value, parts, mark }) => (
      <li key={key}>
        <span className="plot-label">{label}</span>
        <svg className="plot-bar" width="100%" height="20" aria-hidden="true">
          <rect className="plot-track" width="100%" height="20" />
          {parts.map(({ fill, share }, at) => (
            <rect
              key={fill}
              className="plot-part"
              x={percent(parts.slice(0, at).reduce((sum, part) => sum + part.share, 0))}
              width={percent(share)}
              height="20"
              fill={fillOf(fill)}
            />
          ))}
          {mark !== undefined && (
            <line className="plot-mark" x1={percent(mark)} x2={percent(mark)} y1="0" y2="20" />
          )}
        </svg>
        <span className="plot-value numbers">{value}</span>
      </li>
    ))}
  </ul>
);
