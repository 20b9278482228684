import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

const codeShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** For whoever objected before: the code of the receipt leads to the answer. */
export function FindAnswer() {
  const say = useText();
  const id = useId();
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const typed = code.trim().toLowerCase();
  const isCode = codeShape.test(typed);
  const find = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isCode) go(`/objections/${typed}`);
  };
  return (
    <section className="sheet stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say(words.check)}</h2>
      <form className="stack" noValidate onSubmit={find}>
        <FieldFrame id={id} label={say(words.code)} error={tried && !isCode ? words.badCode : undefined}>
          {({ describedBy, invalid }) => (
            <input
              id={id}
              className="control notice-code numbers"
              autoComplete="off"
              spellCheck={false}
              value={code}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
        </FieldFrame>
        <div>
          <Button type="submit">{say(words.find)}</Button>
        </div>
      </form>
    </section>
  );
}
