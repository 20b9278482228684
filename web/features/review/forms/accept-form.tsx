import { useState } from 'react';
import { useText } from '../../../lib/i18n/use-text.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame, stageOf } from './act-form.tsx';
import { isChecked, KeptWords, StageChecklist, useKeptList, useKeptWords } from './fields.tsx';

export function AcceptForm(form: ActFormProps) {
  const say = useText();
  const [tried, setTried] = useState(false);
  const stage = stageOf(form);
  const checklist = useKeptList(form.desk, 'checklist');
  const note = useKeptWords(form.desk, 'note');
  const command = isChecked(stage, checklist)
    ? { type: 'accept' as const, checklist: checklist.value, ...(note.said && { note: note.value }) }
    : undefined;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <StageChecklist stage={stage} list={checklist} tried={tried} />
      <KeptWords words={note} label={say(words.note)} tried={tried} optional />
    </ActFrame>
  );
}
