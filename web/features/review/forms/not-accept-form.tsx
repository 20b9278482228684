import { useId, useState } from 'react';
import { FieldFrame } from '../../../components/form/field-frame.tsx';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { KeptWords, useKeptWords } from './fields.tsx';

export function NotAcceptForm(form: ActFormProps) {
  const say = useText();
  const basisId = useId();
  const [tried, setTried] = useState(false);
  const [basis, setBasis] = useKept(form.desk.keyOf('basis'), '');
  const facts = useKeptWords(form.desk, 'facts');
  const command =
    facts.said && basis !== '' ? { type: 'not-accept' as const, facts: facts.value, basis } : undefined;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <KeptWords words={facts} label={say(words.facts)} tried={tried} />
      <FieldFrame
        id={basisId}
        label={say(words.legalBasis)}
        error={tried && basis === '' ? words.needChoice : undefined}
      >
        {({ describedBy, invalid }) => (
          <select
            id={basisId}
            className="control"
            value={basis}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => setBasis(event.target.value)}
          >
            <option value="">{say(words.choose)}</option>
            {form.programme.legalBases.map(({ id, title, clause }) => (
              <option key={id} value={id}>
                {say(title)} {say(clause)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
    </ActFrame>
  );
}
