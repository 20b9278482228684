import { TableSheet } from '../table-sheet.tsx';
import '../table.css';
import { useState } from 'react';
import type { TableField } from '../../../shared/forms/field.ts';
import { pointerTo } from '../../../shared/forms/pointer.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Button } from '../button/button.tsx';
import { useNarrow } from '../use-narrow.ts';
import type { Beside } from './answer-list.tsx';
import { useAnswerText } from './use-answer-text.ts';
import { words } from './words.ts';

type AnswerTableProps = {
  readonly field: TableField;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly besideCell?: Beside | undefined;
};

/** As many as are read at a glance; the rest on request. */
const firstRows = { wide: 10, narrow: 3 } as const;

const isNumeric = (type: string): boolean => ['integer', 'money', 'percentage', 'area'].includes(type);

const isCode = (type: string): boolean =>
  ['resident-id', 'mobile', 'bank-account', 'credit-code', 'date', 'person-name'].includes(type);

export function AnswerTable({ field, rows, besideCell }: AnswerTableProps) {
  const say = useText();
  const answerText = useAnswerText();
  const [all, setAll] = useState(false);
  const isNarrow = useNarrow();
  const shown = all ? rows : rows.slice(0, isNarrow ? firstRows.narrow : firstRows.wide);
  return (
    <div className="stack">
      <TableSheet label={say(field.label)}>
        <table className="cards-on-phone answer-cards">
          <thead>
            <tr>
              <th scope="col" className="number">
                {say(words.rowNumber)}
              </th>
              {field.columns.map((column) => (
                <th key={column.id} scope="col" className={isNumeric(column.type) ? 'number' : undefined}>
                  {say(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a revision never move
              <tr key={index}>
                <th scope="row" className="number">
                  {index + 1}
                </th>
                {field.columns.map((column) => (
                  <td
                    key={column.id}
                    data-label={say(column.label)}
                    className={isNumeric(column.type) ? 'number' : isCode(column.type) ? 'code' : undefined}
                  >
                    {answerText(column, row[column.id])}
                    {besideCell?.(pointerTo(field.id, index, column.id), column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableSheet>
      {shown.length < rows.length && (
        <div>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {say(words.showAll, { n: rows.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
