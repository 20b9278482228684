import type { FieldOf } from '../../../../shared/forms/field.ts';
import type { ControlProps } from '../control.ts';

export const PremisesControl = ({
  id,
  value,
  onChange,
  onLeave,
  describedBy,
  invalid,
}: ControlProps<FieldOf<'premises'>>) => (
  <input
    id={id}
    className="control control-code"
    autoComplete="off"
    value={typeof value === 'string' ? value : ''}
    aria-describedby={describedBy}
    aria-invalid={invalid || undefined}
    onChange={(event) => onChange(event.target.value || undefined)}
    onBlur={onLeave}
  />
);
