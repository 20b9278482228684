import './field.css';
import type { ReactNode } from 'react';
import type { Text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Icon } from '../icon.tsx';
import { words } from './words.ts';

export type Describing = { readonly describedBy: string | undefined; readonly invalid: boolean };

type FieldFrameProps = {
  readonly id: string;
  readonly label: ReactNode;
  readonly optional?: boolean;
  readonly hint?: ReactNode;
  readonly error?: Text | undefined;
  /** What a reviewer wants mended here. */
  readonly reason?: string | undefined;
  /** Several controls that answer one question together. */
  readonly group?: boolean;
  readonly children: (describing: Describing) => ReactNode;
};

/** A question with all that belongs to it: label, help, the reviewer's words, the control, and what is wrong. */
export function FieldFrame({ id, label, optional, hint, error, reason, group, children }: FieldFrameProps) {
  const say = useText();
  const described = [hint && `${id}-hint`, reason && `${id}-reason`, error && `${id}-error`].filter(Boolean);
  const describing = { describedBy: described.join(' ') || undefined, invalid: error !== undefined };
  const name = (
    <>
      {label}
      {optional && <span className="field-optional">{say(words.optional)}</span>}
    </>
  );
  const inside = (
    <>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {reason && (
        <p id={`${id}-reason`} className="field-reason">
          <Icon name="alert" />
          <span>
            <strong>{say(words.reviewerSays)}</strong> <span lang="zh-CN">{reason}</span>
          </span>
        </p>
      )}
      {children(describing)}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="alert" />
          <span>
            <span className="only-heard">{say(words.error)}</span>
            {say(error)}
          </span>
        </p>
      )}
    </>
  );
  const className = error ? 'field field-wrong' : 'field';
  if (!group) {
    return (
      <div className={className}>
        <label className="field-label" htmlFor={id}>
          {name}
        </label>
        {inside}
      </div>
    );
  }
  return (
    <fieldset id={id} tabIndex={-1} className={className} aria-describedby={describing.describedBy}>
      <legend className="field-label">{name}</legend>
      {inside}
    </fieldset>
  );
}
