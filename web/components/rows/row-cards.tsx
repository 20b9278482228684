import { useEffect, useState } from 'react';
import { isWithin, pointerTo, stepsOf } from '../../../shared/forms/pointer.ts';
import type { Text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAnswerText } from '../answers/use-answer-text.ts';
import { Button } from '../button/button.tsx';
import { controlId, onReveal } from '../form/field-id.ts';
import { Icon } from '../icon.tsx';
import { RowDialog } from './row-dialog.tsx';
import type { RowsProps } from './rows-props.ts';
import { words } from './words.ts';

/** Rows as cards that open for editing: a phone has no room for a grid. */
export function RowCards(props: RowsProps) {
  const { field, rows, visible, keys, errorsOf, onShown, onRemove } = props;
  const say = useText();
  const answerText = useAnswerText();
  const [open, setOpen] = useState<number>();
  const at = pointerTo(field.id);
  const [first, ...others] = field.columns;
  useEffect(
    () =>
      onReveal((pointer) => {
        const [, row] = stepsOf(pointer);
        if (isWithin(pointer, at) && row !== undefined) setOpen(Number(row));
      }),
    [at],
  );
  useEffect(onShown, [onShown]);
  return (
    <>
      <ul className="rows-cards">
        {visible.map((index) => {
          const errors = errorsOf(index);
          const row = rows[index] ?? {};
          return (
            <li
              key={keys[index]}
              className={Object.keys(errors).length > 0 ? 'row-card row-card-wrong' : 'row-card'}
            >
              <p className="row-card-title" id={controlId(pointerTo(field.id, index))} tabIndex={-1}>
                <span className="row-card-number numbers">
                  <span className="only-heard">{say(words.row, { n: index + 1 })}</span>
                  <span aria-hidden="true">{index + 1}</span>
                </span>
                <span>
                  {first && answerText(first, row[first.id])}
                  <CellError error={first && errors[first.id]} />
                </span>
              </p>
              <dl>
                {others.map((column) => (
                  <div key={column.id}>
                    <dt>{say(column.label)}</dt>
                    <dd className={column.type === 'resident-id' ? 'row-card-code' : undefined}>
                      {answerText(column, row[column.id])}
                      <CellError error={errors[column.id]} />
                    </dd>
                  </div>
                ))}
              </dl>
              <div className="row row-card-acts">
                <Button kind="quiet" onClick={() => setOpen(index)}>
                  {say(words.edit)}
                  <span className="only-heard">{say(words.row, { n: index + 1 })}</span>
                </Button>
                {onRemove && (
                  <Button kind="quiet" onClick={() => onRemove(index)}>
                    {say(words.remove)}
                    <span className="only-heard">{say(words.row, { n: index + 1 })}</span>
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {open !== undefined && open < rows.length && (
        <RowDialog key={keys[open]} {...props} index={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

function CellError({ error }: { readonly error: Text | undefined }) {
  const say = useText();
  if (!error) return null;
  return (
    <span className="rows-error">
      <Icon name="alert" />
      {say(error)}
    </span>
  );
}
