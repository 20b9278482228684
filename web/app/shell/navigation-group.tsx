import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

type NavigationGroupProps = {
  readonly title: string;
  /** The page shown now is one of the group's. */
  readonly isHere: boolean;
  readonly place: string;
  readonly children: ReactNode;
};

/** Pages under one heading: closes with Escape, when the keyboard leaves it, and when a page was chosen. */
export function NavigationGroup({ title, isHere, place, children }: NavigationGroupProps) {
  const group = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (group.current) group.current.open = false;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the group closes when the place changes
  useEffect(close, [place]);
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!group.current?.contains(relatedTarget)) close();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !group.current?.open) return;
    close();
    group.current.querySelector('summary')?.focus();
  };
  return (
    <li>
      <details ref={group} name="navigation" className="header-group" onBlur={onBlur} onKeyDown={onKeyDown}>
        <summary className={isHere ? 'header-group-here' : undefined}>{title}</summary>
        <ul>{children}</ul>
      </details>
    </li>
  );
}
