import { useId, useState } from 'react';
import type { FieldOf } from '../../../../shared/forms/field.ts';
import { text } from '../../../../shared/language/text.ts';
import { NumberControl } from '../../../components/form/controls/number-control.tsx';
import { FieldFrame } from '../../../components/form/field-frame.tsx';
import { useFormat } from '../../../lib/i18n/use-format.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame, stageOf } from './act-form.tsx';
import { Consequences } from './consequences.tsx';
import {
  AmountField,
  isChecked,
  KeptWords,
  StageChecklist,
  useKeptAmount,
  useKeptList,
  useKeptWords,
} from './fields.tsx';

const hint = text('系统核算 {computed}，推荐 {proposed}', 'Reckoned: {computed}; recommended: {proposed}');
const monthsField: FieldOf<'integer'> = {
  type: 'integer',
  id: 'months',
  label: words.months,
  required: false,
};

export function ApproveForm(form: ActFormProps) {
  const say = useText();
  const format = useFormat();
  const monthsId = useId();
  const [tried, setTried] = useState(false);
  const { data, programme, desk } = form;
  const stage = stageOf(form);
  const computed = data.explanation.amount;
  const proposed = data.amount?.proposed ?? computed;
  const amount = useKeptAmount(desk, proposed);
  const [months, setMonths] = useKept(desk.keyOf('months'), '');
  const checklist = useKeptList(desk, 'checklist');
  const reason = useKeptWords(desk, 'reason');
  const deviation = useKeptWords(desk, 'deviation');
  const isPremises = programme.benefit.kind === 'premises';
  const deviates = amount.value !== computed || months !== '' || data.explanation.outcome === 'not-eligible';
  const command =
    amount.value !== undefined && reason.said && isChecked(stage, checklist) && (!deviates || deviation.said)
      ? {
          type: 'approve' as const,
          amount: amount.value,
          reason: reason.value,
          checklist: checklist.value,
          ...(months !== '' && { months: Number(months) }),
          ...(deviates && { deviationReason: deviation.value }),
        }
      : undefined;
  return (
    <ActFrame
      form={form}
      command={command}
      onTry={() => setTried(true)}
      consequences={<Consequences data={data} amount={amount.value} />}
    >
      <StageChecklist stage={stage} list={checklist} tried={tried} />
      <AmountField
        value={amount.value}
        onChange={amount.setValue}
        hint={say(hint, { computed: format.moneyWithWan(computed), proposed: format.moneyWithWan(proposed) })}
        tried={tried}
      />
      {isPremises && (
        <FieldFrame id={monthsId} label={say(words.months)} hint={say(words.monthsHint)} optional>
          {(describing) => (
            <NumberControl
              {...describing}
              id={monthsId}
              field={monthsField}
              value={months === '' ? undefined : Number(months)}
              onChange={(value) => setMonths(typeof value === 'number' ? String(value) : '')}
              onLeave={() => undefined}
            />
          )}
        </FieldFrame>
      )}
      {deviates && <KeptWords words={deviation} label={say(words.deviation)} tried={tried} />}
      <KeptWords words={reason} label={say(words.reason)} tried={tried} />
    </ActFrame>
  );
}
