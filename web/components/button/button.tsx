import './button.css';
import type { ComponentProps } from 'react';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  readonly kind?: Kind;
  /** Under way: keeps its place and focus, says so, and does nothing when pressed again. */
  readonly busy?: boolean;
};

export const buttonClass = (kind: Kind = 'plain'): string => `button button-${kind}`;

export const Button = ({ kind = 'plain', busy = false, onClick, type = 'button', ...rest }: ButtonProps) => (
  <button
    {...rest}
    type={type}
    className={buttonClass(kind)}
    aria-busy={busy || undefined}
    aria-disabled={busy || undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
  />
);
