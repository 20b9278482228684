import { useEffect, useId, useState } from 'react';
import type { FieldOf } from '../../../../shared/forms/field.ts';
import { formatMoneyWithWan } from '../../../../shared/language/format.ts';
import { type Text, text } from '../../../../shared/language/text.ts';
import { useLocale } from '../../../lib/i18n/locale.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import { readScalar, writeScalar } from '../../../lib/typed/read-scalar.ts';
import type { ControlProps } from '../control.ts';
import { words } from '../words.ts';

type NumberField = FieldOf<'integer' | 'money' | 'percentage' | 'area'>;

const examples = { integer: '12', money: '100000', percentage: '80', area: '120.5' } as const;

function unitOf(field: NumberField): Text | undefined {
  if (field.type === 'integer') return field.unit;
  if (field.type === 'money') return words.yuan;
  return field.type === 'area' ? words.squareMetres : text('%', '%');
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/**
 * A number typed as people write it (`10万`, `1,200`). What cannot be read stays in the box and is named
 * beside it; the answer is then empty.
 */
export function NumberControl(props: ControlProps<NumberField>) {
  const { id, field, onChange, onLeave, describedBy, invalid } = props;
  const say = useText();
  const locale = useLocale();
  const unreadId = useId();
  const value = numberOf(props.value);
  const [typed, setTyped] = useState(() => (value === undefined ? '' : writeScalar(field, value)));
  const [left, setLeft] = useState(true);
  const read = typed.trim() === '' ? undefined : readScalar(field, typed);
  const unread = left && typed.trim() !== '' && read === undefined;
  // An answer that came from elsewhere (another device, an import) replaces what stands here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the answer from outside matters
  useEffect(() => {
    if (value !== read && value !== undefined) setTyped(writeScalar(field, value));
  }, [value]);
  const unit = unitOf(field);
  const wan = field.type === 'money' && value !== undefined && value >= 1_000_000 && locale === 'zh';
  return (
    <>
      <span className="control-with-unit">
        <input
          id={id}
          className="control control-number"
          inputMode={field.type === 'integer' ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={typed}
          aria-describedby={[describedBy, unread && unreadId].filter(Boolean).join(' ') || undefined}
          aria-invalid={invalid || unread || undefined}
          onFocus={() => setLeft(false)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(event.target.value.trim() === '' ? undefined : readScalar(field, event.target.value));
          }}
          onBlur={() => {
            setLeft(true);
            if (read !== undefined) setTyped(writeScalar(field, read));
            onLeave();
          }}
        />
        {unit && <span>{say(unit)}</span>}
        {wan && <span className="soft numbers">{formatMoneyWithWan(value, locale)}</span>}
      </span>
      {unread && (
        <p id={unreadId} className="field-error">
          {say(words.notANumber, { example: examples[field.type] })}
        </p>
      )}
    </>
  );
}
