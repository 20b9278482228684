import { useState } from 'react';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { ChoiceField, KeptWords, useKeptWords } from './fields.tsx';

const outcomes = [
  { value: 'uphold', label: words.uphold },
  { value: 'revoke', label: words.revoke },
] as const;

export function DecideReviewForm(form: ActFormProps) {
  const say = useText();
  const [tried, setTried] = useState(false);
  const [chosen, setChosen] = useKept(form.desk.keyOf('outcome'), '');
  const outcome = outcomes.find(({ value }) => value === chosen)?.value;
  const reason = useKeptWords(form.desk, 'reason');
  const command =
    outcome && reason.said
      ? { type: 'decide-internal-review' as const, outcome, reason: reason.value }
      : undefined;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <ChoiceField
        label={say(words.reviewOutcome)}
        options={outcomes}
        value={chosen}
        onChange={setChosen}
        tried={tried}
      />
      <KeptWords words={reason} label={say(words.reason)} tried={tried} />
    </ActFrame>
  );
}
