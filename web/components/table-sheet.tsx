import './table.css';
import type { ReactNode } from 'react';

type TableSheetProps = { readonly label: string; readonly children: ReactNode };

/** Around a table that may be wider than the screen: it scrolls by itself, and by keyboard too. */
export const TableSheet = ({ label, children }: TableSheetProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section className="table-sheet" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
