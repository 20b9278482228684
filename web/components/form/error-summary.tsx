import './error-summary.css';
import { useEffect, useRef } from 'react';
import type { Text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { controlId, focusAnswer } from './field-id.ts';
import { words } from './words.ts';

/** Something to mend: where, under which name, and what is wrong. */
export type SummaryEntry = { readonly path: string; readonly name: string; readonly message: Text };

type ErrorSummaryProps = {
  readonly entries: readonly SummaryEntry[];
  /** Changes with each attempt to go on: then the summary takes focus. */
  readonly attempt: number;
  /** Opens the page of the form that holds the answer; the same page when absent. */
  readonly onOpen?: (path: string) => void;
};

/** Long lists help nobody: the first ones, and how many more. */
const mostShown = 12;

export function ErrorSummary({ entries, attempt, onOpen }: ErrorSummaryProps) {
  const say = useText();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (entries.length === 0) return null;
  return (
    <section ref={box} className="error-summary" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{say(words.someErrors, { n: entries.length })}</h2>
      <ul>
        {entries.slice(0, mostShown).map(({ path, name, message }) => (
          <li key={path}>
            <a
              href={`#${controlId(path)}`}
              onClick={(event) => {
                event.preventDefault();
                if (onOpen) onOpen(path);
                else focusAnswer(path);
              }}
            >
              {name}
            </a>
            {say({ zh: '：', en: ': ' })}
            {say(message)}
          </li>
        ))}
        {entries.length > mostShown && <li>…</li>}
      </ul>
    </section>
  );
}
