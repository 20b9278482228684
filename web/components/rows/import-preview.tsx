import { useMemo } from 'react';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { TableField } from '../../../shared/forms/field.ts';
import { parseAnswers } from '../../../shared/forms/parse-answers.ts';
import { stepsOf } from '../../../shared/forms/pointer.ts';
import { text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import type { ReadRows } from '../../lib/spreadsheet/read-rows.ts';
import { Notice } from '../feedback/notice.tsx';
import { words } from './words.ts';

const mostShown = 8;

type Found = { readonly row: number; readonly column: string; readonly message: string };

/** What the rows would bring, before they are brought in: how many, and what is wrong with which cell. */
function useFaults(field: TableField, read: ReadRows): readonly Found[] {
  const say = useText();
  return useMemo(() => {
    const form = {
      sections: [{ id: 'rows', title: text('行', 'Rows'), fields: [{ ...field, visibleWhen: undefined }] }],
    };
    const today = dateInShanghai(new Date().toISOString());
    const unread = read.unread.map(({ row, column, typed }) => ({
      row,
      column: column.id,
      message: say(words.unread, { typed }),
    }));
    const unreadCells = new Set(unread.map(({ row, column }) => `${row} ${column}`));
    const { errors } = parseAnswers(
      form,
      { [field.id]: read.rows },
      { today, complete: true, evaluateCondition: () => true },
    );
    const wrong = errors.flatMap(({ path, message }) => {
      const [, row, column] = stepsOf(path);
      if (row === undefined || column === undefined || unreadCells.has(`${row} ${column}`)) return [];
      return [{ row: Number(row), column, message: say(message) }];
    });
    return [...unread, ...wrong].toSorted((a, b) => a.row - b.row);
  }, [field, read, say]);
}

export function ImportPreview({ field, read }: { readonly field: TableField; readonly read: ReadRows }) {
  const say = useText();
  const faults = useFaults(field, read);
  const wrongRows = new Set(faults.map(({ row }) => row)).size;
  const labelOf = (id: string) => {
    const column = field.columns.find((one) => one.id === id);
    return column ? say(column.label) : id;
  };
  return (
    <Notice
      tone={wrongRows === 0 ? 'good' : 'attention'}
      title={`${say(words.found, { n: read.rows.length })}${say({ zh: '，', en: '. ' })}${
        wrongRows === 0 ? say(words.allGood) : say(words.withErrors, { n: wrongRows })
      }`}
      urgent
    >
      {read.missing.length > 0 && (
        <p>
          {say(words.missing, { names: read.missing.map(({ label }) => say(label)).join(say(words.comma)) })}
        </p>
      )}
      {read.rows.length > field.maxRows && <p>{say(words.tooMany, { max: field.maxRows })}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, mostShown).map(({ row, column, message }) => (
            <li key={`${row} ${column}`}>
              {say(words.row, { n: row + 1 })} {labelOf(column)}
              {say({ zh: '：', en: ': ' })}
              {message}
            </li>
          ))}
          {faults.length > mostShown && <li>…</li>}
        </ul>
      )}
    </Notice>
  );
}
