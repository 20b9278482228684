import { useState } from 'react';
import type { AnswerValue, ScalarAnswer } from '../../../shared/forms/answers.ts';
import type { ScalarField } from '../../../shared/forms/field.ts';
import type { Text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { readScalar, writeScalar } from '../../lib/typed/read-scalar.ts';
import { words as formWords } from '../form/words.ts';
import { words } from './words.ts';

type CellControlProps = {
  readonly id: string;
  readonly column: ScalarField;
  /** Counted from 1, as people do. */
  readonly row: number;
  readonly value: ScalarAnswer | undefined;
  readonly error: Text | undefined;
  readonly locked: boolean;
  readonly onChange: (value: AnswerValue | undefined) => void;
  readonly onLeave: () => void;
};

type Option = { readonly value: string; readonly label: Text };

/** Cells of a grid are small: a list instead of radio buttons, a plain box for everything that is typed. */
function optionsOf(column: ScalarField): readonly Option[] | undefined {
  if (column.type === 'choice') return column.options;
  if (column.type !== 'yes-no') return undefined;
  return [
    { value: 'true', label: formWords.yes },
    { value: 'false', label: formWords.no },
  ];
}

export function CellControl({ id, column, row, value, error, locked, onChange, onLeave }: CellControlProps) {
  const say = useText();
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(true);
  const read = (text: string): ScalarAnswer | undefined =>
    text.trim() === '' ? undefined : readScalar(column, text);
  const options = optionsOf(column);
  const shown = typed ?? (value === undefined ? '' : writeScalar(column, value));
  const unread = typed !== undefined && left && typed.trim() !== '' && read(typed) === undefined;
  const fault = unread ? say(words.unread, { typed }) : error && say(error);
  const common = {
    id,
    className: 'rows-control',
    'aria-label': `${say(words.row, { n: row })} ${say(column.label)}`,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault ? `${id}-error` : undefined,
    disabled: locked,
  };
  return (
    <>
      {options ? (
        <select
          {...common}
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) => onChange(read(target.value))}
          onBlur={onLeave}
        >
          <option value="">—</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {say(option.label)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          autoComplete="off"
          type={column.type === 'date' ? 'date' : 'text'}
          value={shown}
          onFocus={() => setLeft(false)}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(read(target.value));
          }}
          onBlur={() => {
            setLeft(true);
            // What could be read is shown as it was understood; what could not stays as it was typed.
            if (typed === undefined || read(typed) !== undefined || typed.trim() === '') setTyped(undefined);
            onLeave();
          }}
        />
      )}
      {fault && (
        <span id={`${id}-error`} className="rows-error">
          {fault}
        </span>
      )}
    </>
  );
}
