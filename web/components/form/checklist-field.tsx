import type { Text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { FieldFrame } from './field-frame.tsx';

type ChecklistFieldProps = {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly label: Text }[];
  readonly ticked: readonly string[];
  readonly onChange: (ticked: readonly string[]) => void;
  readonly error?: Text | undefined;
};

/** Things to be checked one by one. */
export function ChecklistField({ label, items, ticked, onChange, error }: ChecklistFieldProps) {
  const say = useText();
  return (
    <FieldFrame id={`checklist-${items.map(({ id }) => id).join('-')}`} label={label} error={error} group>
      {() => (
        <div className="choices">
          {items.map((item) => (
            <label key={item.id} className="choice">
              <input
                type="checkbox"
                checked={ticked.includes(item.id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...ticked, item.id] : ticked.filter((id) => id !== item.id))
                }
              />
              {say(item.label)}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
