import type { FieldOf } from '../../../../shared/forms/field.ts';
import type { ControlProps } from '../control.ts';

/** The platform's own date input: it knows the person's keyboard, calendar and reader better than we do. */
export const DateControl = ({
  id,
  value,
  onChange,
  onLeave,
  describedBy,
  invalid,
}: ControlProps<FieldOf<'date'>>) => (
  <input
    id={id}
    type="date"
    className="control control-short"
    min="1900-01-01"
    max="2199-12-31"
    value={typeof value === 'string' ? value : ''}
    aria-describedby={describedBy}
    aria-invalid={invalid || undefined}
    onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    onBlur={onLeave}
  />
);
