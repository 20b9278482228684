import type { FieldOf } from '../../../../shared/forms/field.ts';
import { towns } from '../../../../shared/identity/town.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import type { ControlProps } from '../control.ts';
import { words } from '../words.ts';

export function TownControl({
  id,
  value,
  onChange,
  onLeave,
  describedBy,
  invalid,
}: ControlProps<FieldOf<'town'>>) {
  const say = useText();
  return (
    <select
      id={id}
      className="control control-short"
      value={typeof value === 'string' ? value : ''}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value || undefined)}
      onBlur={onLeave}
    >
      <option value="">{say(words.choose)}</option>
      {towns.map(({ code, name }) => (
        <option key={code} value={code}>
          {say(name)}
        </option>
      ))}
    </select>
  );
}
