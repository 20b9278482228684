import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { buttonClass } from './button.tsx';

type LinkButtonProps = {
  readonly to: string;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly children: ReactNode;
};

/** Goes somewhere, and looks like the buttons beside it. */
export const LinkButton = ({ to, kind = 'plain', children }: LinkButtonProps) => (
  <Link href={to} className={buttonClass(kind)}>
    {children}
  </Link>
);
