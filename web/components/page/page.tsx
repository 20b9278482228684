import './page.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useText } from '../../lib/i18n/use-text.ts';
import { useArrival } from '../../lib/use-arrival.ts';
import { Icon } from '../icon.tsx';
import { portalName } from './portal-name.ts';

type PageProps = {
  readonly title: string;
  /** A line above the title: where we are, or a number. */
  readonly eyebrow?: ReactNode;
  readonly intro?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** `reading` for text and forms, `wide` for lists and cases. */
  readonly width?: 'reading' | 'page' | 'wide';
  readonly children: ReactNode;
};

/** A page: names the document, takes focus to its heading after a navigation, sets the measure. */
export function Page({ title, eyebrow, intro, back, actions, width = 'page', children }: PageProps) {
  const say = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  const name = say(portalName);
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <div className={`page page-${width}`}>
      <div className="page-head">
        {back && (
          <Link href={back.to} className="page-back not-printed">
            <Icon name="back" />
            {back.label}
          </Link>
        )}
        {eyebrow && <div className="page-eyebrow">{eyebrow}</div>}
        <div className="page-title-row">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions && <div className="row not-printed">{actions}</div>}
        </div>
        {intro && <div className="page-intro">{intro}</div>}
      </div>
      {children}
    </div>
  );
}
