import { useId } from 'react';
import type { OutputOf } from '../../../shared/api/client.ts';
import { figures, TableHead } from '../../components/table-head.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { statisticsWords as words } from './statistics-words.ts';

type Figures = OutputOf<'statistics'>['total'];
type FiguresTableProps = {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly figures: Figures }[];
};

/** One decimal is as exact as an average of a few cases can be. */
const average = (sum: number, count: number): string => (count === 0 ? '—' : (sum / count).toFixed(1));

/** Figures as a table, with a bar for the eye: the numbers say everything the bars do. */
export function FiguresTable({ title, rows }: FiguresTableProps) {
  const say = useText();
  const format = useFormat();
  const titleId = useId();
  const most = Math.max(
    1,
    ...rows.filter(({ key }) => key !== 'total').map(({ figures }) => figures.decisions),
  );
  return (
    <section className="sheet stack" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {rows.length === 0 ? (
        <p>{say(words.nothing)}</p>
      ) : (
        <div className="table-sheet">
          <table className="lined cards-on-phone">
            <TableHead
              columns={[
                words.what,
                words.decisions,
                figures(words.approved),
                figures(words.refused),
                figures(words.rate),
                figures(words.amount),
                figures(words.time),
                figures(words.late),
              ]}
            />
            <tbody>
              {rows.map(({ key, name, figures }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td data-label={say(words.decisions)} className="numbers">
                    {key !== 'total' && <Bar share={figures.decisions / most} />}{' '}
                    {format.count(figures.decisions)}
                  </td>
                  <td data-label={say(words.approved)} className="number">
                    {format.count(figures.approved)}
                  </td>
                  <td data-label={say(words.refused)} className="number">
                    {format.count(figures.refused)}
                  </td>
                  <td data-label={say(words.rate)} className="number">
                    {figures.approvalRate === undefined ? '—' : format.percentage(figures.approvalRate)}
                  </td>
                  <td data-label={say(words.amount)} className="number">
                    {figures.approved === 0 ? '—' : format.money(figures.amount)}
                  </td>
                  <td data-label={say(words.time)} className="number">
                    {average(figures.used, figures.timed)} / {average(figures.promised, figures.timed)}
                  </td>
                  <td data-label={say(words.late)} className="number">
                    {format.count(figures.late)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const Bar = ({ share }: { readonly share: number }) => (
  <svg className="audit-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect className="audit-bar-fill" width={Math.max(1, Math.round(share * 100))} height="10" />
  </svg>
);
