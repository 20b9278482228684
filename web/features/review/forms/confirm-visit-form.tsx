import { useText } from '../../../lib/i18n/use-text.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { KeptWords, useKeptWords } from './fields.tsx';

export function ConfirmVisitForm(form: ActFormProps) {
  const say = useText();
  const note = useKeptWords(form.desk, 'note');
  const command = { type: 'confirm-visit' as const, ...(note.said && { note: note.value }) };
  return (
    <ActFrame form={form} command={command} onTry={() => undefined}>
      <KeptWords words={note} label={say(words.note)} tried={false} optional />
    </ActFrame>
  );
}
