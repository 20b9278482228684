import { useState } from 'react';
import { text } from '../../../../shared/language/text.ts';
import { useFormat } from '../../../lib/i18n/use-format.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame, stageOf } from './act-form.tsx';
import {
  AmountField,
  ChoiceField,
  isChecked,
  KeptWords,
  StageChecklist,
  useKeptAmount,
  useKeptList,
  useKeptWords,
} from './fields.tsx';

const reckoned = text('系统核算 {amount}', 'Reckoned: {amount}');
const opinions = [
  { value: 'support', label: words.support },
  { value: 'oppose', label: words.oppose },
] as const;

export function RecommendForm(form: ActFormProps) {
  const say = useText();
  const format = useFormat();
  const [tried, setTried] = useState(false);
  const stage = stageOf(form);
  const { amount: computed } = form.data.explanation;
  const [chosen, setOpinion] = useKept(form.desk.keyOf('opinion'), '');
  const opinion = opinions.find(({ value }) => value === chosen)?.value;
  const amount = useKeptAmount(form.desk, computed);
  const checklist = useKeptList(form.desk, 'checklist');
  const reason = useKeptWords(form.desk, 'reason');
  const command =
    opinion && amount.value !== undefined && reason.said && isChecked(stage, checklist)
      ? {
          type: 'recommend' as const,
          opinion,
          amount: amount.value,
          reason: reason.value,
          checklist: checklist.value,
        }
      : undefined;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <StageChecklist stage={stage} list={checklist} tried={tried} />
      <ChoiceField
        label={say(words.opinion)}
        options={opinions}
        value={chosen}
        onChange={setOpinion}
        tried={tried}
      />
      <AmountField
        value={amount.value}
        onChange={amount.setValue}
        hint={say(reckoned, { amount: format.moneyWithWan(computed) })}
        tried={tried}
      />
      <KeptWords words={reason} label={say(words.reason)} tried={tried} />
    </ActFrame>
  );
}
