import type { FieldOf } from '../../../../shared/forms/field.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import type { ControlProps } from '../control.ts';
import { words } from '../words.ts';

/** Up to this many options all lie open; more of them go into a list. */
const mostOpenOptions = 6;

export const isOpenChoice = (field: FieldOf<'choice'>): boolean => field.options.length <= mostOpenOptions;

export function ChoiceControl(props: ControlProps<FieldOf<'choice'>>) {
  const { id, field, value, onChange, onLeave, describedBy, invalid } = props;
  const say = useText();
  if (isOpenChoice(field)) {
    return (
      <div className="choices">
        {field.options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={id}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              onBlur={onLeave}
            />
            {say(option.label)}
          </label>
        ))}
      </div>
    );
  }
  return (
    <select
      id={id}
      className="control"
      value={typeof value === 'string' ? value : ''}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value || undefined)}
      onBlur={onLeave}
    >
      <option value="">{say(words.choose)}</option>
      {field.options.map((option) => (
        <option key={option.value} value={option.value}>
          {say(option.label)}
        </option>
      ))}
    </select>
  );
}
