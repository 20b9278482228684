import type { Text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Labelled } from './labelled.tsx';

type FilterProps = {
  readonly label: Text;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  /** What it is called while nothing in particular is chosen; without it one of the options always is. */
  readonly all?: Text;
  readonly onChange: (value: string) => void;
};

/** A choice of what a page shows; it is taken at once. */
export function Filter({ label, value, options, all, onChange }: FilterProps) {
  const say = useText();
  return (
    <Labelled label={say(label)}>
      {(id) => (
        <select
          id={id}
          className="control control-short"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {all && <option value="">{say(all)}</option>}
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
