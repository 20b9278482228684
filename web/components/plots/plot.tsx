import './plots.css';
import '../table.css';
import { type ReactNode, useId } from 'react';
import { useText } from '../../lib/i18n/use-text.ts';
import { TableSheet } from '../table-sheet.tsx';
import { words } from './words.ts';

type PlotProps = {
  readonly title: string;
  /** What the plot shows, in a sentence. */
  readonly summary: ReactNode;
  /** The same as a table: its head, and its rows with their name first. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly children: ReactNode;
};

/** A plot with the sentence that sums it up and the table that says the same in figures. */
export function Plot({ title, summary, columns, rows, children }: PlotProps) {
  const say = useText();
  const titleId = useId();
  const [first, ...others] = columns;
  return (
    <section className="sheet plot" aria-labelledby={titleId}>
      <header className="stack">
        <h2 id={titleId}>{title}</h2>
        <p className="plot-summary">{summary}</p>
      </header>
      {children}
      {rows.length > 0 && (
        <details className="plot-figures small">
          <summary>{say(words.asTable)}</summary>
          <TableSheet label={say(words.tableOf, { title })}>
            <table className="lined">
              <thead>
                <tr>
                  <th scope="col">{first}</th>
                  {others.map((name) => (
                    <th key={name} scope="col" className="number">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, ...cells]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {cells.map((cell, at) => (
                      <td key={others[at]} className="number">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableSheet>
        </details>
      )}
    </section>
  );
}
