import { useState } from 'react';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { ChoiceField, KeptWords, useKeptWords, yesNo } from './fields.tsx';

export function ConsentExpediteForm(form: ActFormProps) {
  const say = useText();
  const [tried, setTried] = useState(false);
  const [agreed, setAgreed] = useKept(form.desk.keyOf('agreed'), '');
  const reason = useKeptWords(form.desk, 'reason');
  const command =
    agreed !== '' && reason.said
      ? { type: 'consent-expedite' as const, agreed: agreed === 'yes', reason: reason.value }
      : undefined;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <ChoiceField
        label={say(words.agreed)}
        options={yesNo}
        value={agreed}
        onChange={setAgreed}
        tried={tried}
      />
      <KeptWords words={reason} label={say(words.reason)} tried={tried} />
    </ActFrame>
  );
}
