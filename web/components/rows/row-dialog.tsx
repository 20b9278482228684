import { pointerTo } from '../../../shared/forms/pointer.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Button } from '../button/button.tsx';
import { Dialog, DialogActions } from '../dialog/dialog.tsx';
import { FieldFrame } from '../form/field-frame.tsx';
import { controlId } from '../form/field-id.ts';
import { isGroup, ScalarControl } from '../form/scalar-control.tsx';
import { isScalarAnswer, type RowsProps } from './rows-props.ts';
import { words } from './words.ts';

type RowDialogProps = RowsProps & { readonly index: number; readonly onClose: () => void };

/** One row with full labels and help. What is typed is kept at once, so closing loses nothing. */
export function RowDialog({
  field,
  rows,
  index,
  errorsOf,
  onCell,
  onLeave,
  mayChange,
  onAdd,
  onClose,
}: RowDialogProps) {
  const say = useText();
  const errors = errorsOf(index);
  return (
    <Dialog title={`${say(field.label)} · ${say(words.row, { n: index + 1 })}`} onClose={onClose}>
      {field.columns.map((column) => {
        const pointer = pointerTo(field.id, index, column.id);
        if (!mayChange(pointer)) return null;
        return (
          <FieldFrame
            key={column.id}
            id={controlId(pointer)}
            label={say(column.label)}
            hint={column.hint && say(column.hint)}
            optional={column.required !== true}
            error={errors[column.id]}
            group={isGroup(column)}
          >
            {(describing) => (
              <ScalarControl
                {...describing}
                id={controlId(pointer)}
                field={column}
                value={rows[index]?.[column.id]}
                onChange={(value) => onCell(index, column.id, isScalarAnswer(value) ? value : undefined)}
                onLeave={onLeave}
              />
            )}
          </FieldFrame>
        );
      })}
      <DialogActions>
        <Button kind="primary" onClick={onClose}>
          {say(words.done)}
        </Button>
        {onAdd && index === rows.length - 1 && <Button onClick={onAdd}>{say(words.addAnother)}</Button>}
      </DialogActions>
    </Dialog>
  );
}
