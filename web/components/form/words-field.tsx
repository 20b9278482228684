import { useId } from 'react';
import type { Text } from '../../../shared/language/text.ts';
import { FieldFrame } from './field-frame.tsx';

type WordsFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly optional?: boolean;
  readonly error?: Text | undefined;
};

/** Room for a person's own words: a reason, findings, grounds. */
export function WordsField({ label, hint, value, onChange, optional = false, error }: WordsFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={optional} error={error}>
      {({ describedBy, invalid }) => (
        <textarea
          id={id}
          className="control"
          maxLength={2000}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

/** The API wants two characters at least. */
export const isSaid = (value: string): boolean => value.trim().length >= 2;
