import { useEffect } from 'react';
import { pointerTo } from '../../../shared/forms/pointer.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { controlId } from '../form/field-id.ts';
import { Icon } from '../icon.tsx';
import { CellControl } from './cell-control.tsx';
import { isScalarAnswer, type RowsProps } from './rows-props.ts';
import { words } from './words.ts';

/** Cells side by side, each a control of its own; Tab goes from cell to cell. */
export function RowGrid({
  field,
  rows,
  visible,
  keys,
  errorsOf,
  onCell,
  onShown,
  onRemove,
  onLeave,
  mayChange,
}: RowsProps) {
  const say = useText();
  useEffect(onShown, [onShown]);
  return (
    <div className="rows-grid-frame">
      <table className="rows-grid">
        <caption className="only-heard">{say(field.label)}</caption>
        <thead>
          <tr>
            <th scope="col" className="rows-number">
              {say(words.number)}
            </th>
            {field.columns.map((column) => (
              <th key={column.id} scope="col">
                {say(column.label)}
              </th>
            ))}
            {onRemove && (
              <th scope="col">
                <span className="only-heard">{say(words.actions)}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {visible.map((index) => {
            const errors = errorsOf(index);
            return (
              <tr key={keys[index]}>
                <th scope="row" className="rows-number numbers">
                  {index + 1}
                </th>
                {field.columns.map((column) => {
                  const pointer = pointerTo(field.id, index, column.id);
                  return (
                    <td key={column.id} className={`rows-cell rows-cell-${column.type}`}>
                      <CellControl
                        id={controlId(pointer)}
                        column={column}
                        row={index + 1}
                        value={rows[index]?.[column.id]}
                        error={errors[column.id]}
                        locked={!mayChange(pointer)}
                        onChange={(value) =>
                          onCell(index, column.id, isScalarAnswer(value) ? value : undefined)
                        }
                        onLeave={onLeave}
                      />
                    </td>
                  );
                })}
                {onRemove && (
                  <td>
                    <button
                      type="button"
                      className="rows-remove"
                      aria-label={say(words.removeRow, { n: index + 1 })}
                      onClick={() => onRemove(index)}
                    >
                      <Icon name="close" />
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
