import { useState } from 'react';
import { useText } from '../../../lib/i18n/use-text.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { KeptWords, useKeptWords } from './fields.tsx';

/** Acts that need a reason and nothing else. */
export function ReasonForm(form: ActFormProps) {
  const say = useText();
  const [tried, setTried] = useState(false);
  const reason = useKeptWords(form.desk, 'reason');
  const type = form.act === 'extend-clock' ? form.act : 'request-expedite';
  return (
    <ActFrame
      form={form}
      command={reason.said ? { type, reason: reason.value } : undefined}
      onTry={() => setTried(true)}
    >
      <KeptWords words={reason} label={say(words.reason)} tried={tried} />
    </ActFrame>
  );
}
