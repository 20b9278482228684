import type { FieldOf } from '../../../../shared/forms/field.ts';
import { shapeField } from '../../../../shared/forms/value-shape.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import type { ControlProps } from '../control.ts';
import { words } from '../words.ts';

type TextField = FieldOf<
  'text' | 'long-text' | 'credit-code' | 'resident-id' | 'mobile' | 'bank-account' | 'person-name'
>;

/** Which keyboard a phone shows, and what the browser may fill in by itself. */
const habits: Partial<Record<TextField['type'], { inputMode?: 'numeric' | 'tel'; autoComplete?: string }>> = {
  mobile: { inputMode: 'tel', autoComplete: 'tel' },
  'bank-account': { inputMode: 'numeric' },
};

const codes: ReadonlySet<TextField['type']> = new Set([
  'credit-code',
  'resident-id',
  'mobile',
  'bank-account',
]);

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function TextControl({
  id,
  field,
  value,
  onChange,
  onLeave,
  describedBy,
  invalid,
}: ControlProps<TextField>) {
  const typed = stringOf(value);
  const change = (text: string) => onChange(text === '' ? undefined : text);
  const common = {
    id,
    value: typed,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    onBlur: () => {
      // Shown as it will be kept: codes in capitals, without blanks.
      const { value: tidied } = shapeField(field, typed);
      if (tidied !== undefined && tidied !== typed) onChange(tidied);
      onLeave();
    },
  };
  if (field.type === 'long-text') {
    return (
      <>
        <textarea {...common} className="control" onChange={(event) => change(event.target.value)} />
        <Length typed={typed} max={field.maxLength} />
      </>
    );
  }
  return (
    <input
      {...common}
      className={codes.has(field.type) ? 'control control-code' : 'control'}
      inputMode={habits[field.type]?.inputMode}
      autoComplete={habits[field.type]?.autoComplete ?? 'off'}
      spellCheck={false}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** Only when the end comes near; until then it is noise. */
function Length({ typed, max }: { readonly typed: string; readonly max: number | undefined }) {
  const say = useText();
  const count = [...typed].length;
  if (max === undefined || count < max * 0.8) return null;
  return <p className="field-hint numbers">{say(words.characters, { n: count, max })}</p>;
}
