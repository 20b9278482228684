import type { FieldOf } from '../../../../shared/forms/field.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import type { ControlProps } from '../control.ts';
import { words } from '../words.ts';

export function YesNoControl({ id, value, onChange, onLeave }: ControlProps<FieldOf<'yes-no'>>) {
  const say = useText();
  return (
    <div className="choices choices-inline">
      {[true, false].map((answer) => (
        <label key={String(answer)} className="choice">
          <input
            type="radio"
            name={id}
            checked={value === answer}
            onChange={() => onChange(answer)}
            onBlur={onLeave}
          />
          {say(answer ? words.yes : words.no)}
        </label>
      ))}
    </div>
  );
}
