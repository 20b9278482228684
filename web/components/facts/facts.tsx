import './facts.css';
import type { ReactNode } from 'react';
import type { Text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';

/** A name and what stands under it. */
export type Fact = readonly [name: Text, value: ReactNode];

/** Facts of one thing, as many beside each other as fit. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const say = useText();
  return (
    <dl className="facts numbers">
      {facts.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
