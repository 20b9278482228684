import type { FieldOf } from '../../../../shared/forms/field.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import type { ControlProps } from '../control.ts';

const chosenOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

export function ChoicesControl({ field, value, onChange, onLeave }: ControlProps<FieldOf<'choices'>>) {
  const say = useText();
  const chosen = chosenOf(value);
  const toggle = (option: string, on: boolean) => {
    // In the form's order, so that the same choice is always the same answer.
    const next = field.options
      .map((known) => known.value)
      .filter((known) => (known === option ? on : chosen.includes(known)));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <div className="choices">
      {field.options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
            onBlur={onLeave}
          />
          {say(option.label)}
        </label>
      ))}
    </div>
  );
}
