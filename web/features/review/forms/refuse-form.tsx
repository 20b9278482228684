import { useState } from 'react';
import { useText } from '../../../lib/i18n/use-text.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame, stageOf } from './act-form.tsx';
import { BasisField, isChecked, KeptWords, StageChecklist, useKeptList, useKeptWords } from './fields.tsx';

export function RefuseForm(form: ActFormProps) {
  const say = useText();
  const [tried, setTried] = useState(false);
  const stage = stageOf(form);
  const facts = useKeptWords(form.desk, 'facts');
  const basis = useKeptList(form.desk, 'basis');
  const checklist = useKeptList(form.desk, 'checklist');
  const command =
    facts.said && basis.value.length > 0 && isChecked(stage, checklist)
      ? { type: 'refuse' as const, facts: facts.value, basis: basis.value, checklist: checklist.value }
      : undefined;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <StageChecklist stage={stage} list={checklist} tried={tried} />
      <KeptWords words={facts} label={say(words.facts)} tried={tried} />
      <BasisField programme={form.programme} list={basis} tried={tried} />
    </ActFrame>
  );
}
