import type { FieldOf } from '../../../../shared/forms/field.ts';
import { useFormat } from '../../../lib/i18n/use-format.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import { usePremises } from '../../../lib/use-premises.ts';
import type { ControlProps } from '../control.ts';
import { words } from '../words.ts';

/** A unit of the public inventory, with what is free of it today. */
export function PremisesControl(props: ControlProps<FieldOf<'premises'>>) {
  const { id, value, onChange, onLeave, describedBy, invalid } = props;
  const say = useText();
  const format = useFormat();
  const { data } = usePremises();
  const chosen = typeof value === 'string' ? value : '';
  const known = data?.units.some(({ unit }) => unit === chosen) ?? false;
  return (
    <select
      id={id}
      className="control"
      value={chosen}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value || undefined)}
      onBlur={onLeave}
    >
      <option value="">{say(words.choose)}</option>
      {chosen !== '' && !known && <option value={chosen}>{chosen}</option>}
      {data?.sites.map((site) => (
        <optgroup key={site.site} label={`${site.community} ${site.name}`}>
          {data.units
            .filter((unit) => unit.site === site.site)
            .map(({ unit, building, floor, area, freeArea }) => (
              <option key={unit} value={unit}>
                {say(words.unit, { building, floor, free: format.area(freeArea), area: format.area(area) })}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
