import { type Fill, fillOf } from './fills.tsx';

type Column = {
  readonly label: string;
  readonly value: number;
  readonly fill: Fill;
};

type ColumnsProps = {
  readonly columns: readonly Column[];
  /** A line after so many columns, and what it means. */
  readonly line: { readonly after: number; readonly label: string };
};

const tall = 120;

/** A distribution as columns, with a line between what kept to something and what did not. */
export function Columns({ columns, line }: ColumnsProps) {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  return (
    <ol className="plot-columns plain-list">
      {columns.map(({ label, value, fill }, at) => {
        const height = value === 0 ? 0 : Math.max(2, Math.round((value / most) * tall));
        return (
          <li key={label} className={at === line.after ? 'plot-column-after' : undefined}>
            {at === line.after && <span className="plot-line-label small">{line.label}</span>}
            <span className="plot-count numbers">{value}</span>
            <svg width="100%" height={tall} aria-hidden="true">
              <rect
                className="plot-part"
                x="8%"
                width="84%"
                y={tall - height}
                height={height}
                fill={fillOf(fill)}
              />
            </svg>
            <span className="plot-column-label small">{label}</span>
          </li>
        );
      })}
    </ol>
  );
}
