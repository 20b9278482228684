import '../../components/answers/answers.css';
import { useState } from 'react';
import { ReasonDialog } from '../../components/answers/reason-dialog.tsx';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import type { Unmasking } from './use-unmasking.ts';
import { words } from './words.ts';

/** The button that asks for a reason; then the notice that every look is on record. */
export function Unmask({ unmasking }: { readonly unmasking: Unmasking }) {
  const say = useText();
  const [asking, setAsking] = useState(false);
  const { reason, begin, count, error } = unmasking;
  return (
    <>
      {reason === undefined ? (
        <div className="not-printed">
          <Button onClick={() => setAsking(true)}>
            <Icon name="search" /> {say(words.unmask)}
          </Button>
        </div>
      ) : (
        <div role="status">
          <Notice tone="attention" title={say(words.unmasking, { reason })}>
            <p>{say(count === 0 ? words.unmaskHow : words.unmasked, { n: count })}</p>
          </Notice>
        </div>
      )}
      {error && <ProblemNotice error={error} />}
      {asking && (
        <ReasonDialog
          title={say(words.unmask)}
          action={say(words.unmaskBegin)}
          onReason={(given) => {
            begin(given);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

type MaskedProps = {
  readonly unmasking: Unmasking;
  readonly revision: number;
  readonly path: string;
  readonly label: string;
};

/** Beside a masked value: the way to see it, then the value. */
export function Masked({ unmasking, revision, path, label }: MaskedProps) {
  const say = useText();
  const value = unmasking.valueAt({ revision, path });
  if (value !== undefined) return <span className="revealed numbers">{value}</span>;
  if (unmasking.reason === undefined) return null;
  return (
    <button type="button" className="reveal" onClick={() => unmasking.reveal({ revision, path })}>
      {say(words.show)}
      <span className="only-heard">{label}</span>
    </button>
  );
}
