import './field.css';
import { type ReactNode, useId } from 'react';

type LabelledProps = { readonly label: string; readonly children: (id: string) => ReactNode };

/** A small label over a control: filters and choices that are no questions of a form. */
export function Labelled({ label, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="labelled">
      <label className="labelled-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
