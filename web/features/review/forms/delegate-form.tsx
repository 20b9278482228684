import { useId, useState } from 'react';
import { FieldFrame } from '../../../components/form/field-frame.tsx';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { useColleagues } from '../queries.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { KeptWords, useKeptWords } from './fields.tsx';

export function DelegateForm(form: ActFormProps) {
  const say = useText();
  const colleagueId = useId();
  const [tried, setTried] = useState(false);
  const { data } = useColleagues();
  const [to, setTo] = useKept(form.desk.keyOf('to'), '');
  const reason = useKeptWords(form.desk, 'reason');
  const command =
    to === '' ? undefined : { type: 'delegate' as const, to, ...(reason.said && { reason: reason.value }) };
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <FieldFrame
        id={colleagueId}
        label={say(words.colleague)}
        error={tried && to === '' ? words.needChoice : undefined}
      >
        {({ describedBy, invalid }) => (
          <select
            id={colleagueId}
            className="control control-short"
            value={to}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => setTo(event.target.value)}
          >
            <option value="">{say(words.choose)}</option>
            {data?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <KeptWords words={reason} label={say(words.reason)} tried={tried} optional />
    </ActFrame>
  );
}
