import { useId, useState } from 'react';
import { dateInShanghai } from '../../../../shared/calendar/instant.ts';
import { FieldFrame } from '../../../components/form/field-frame.tsx';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { ChoiceField, KeptWords, useKeptWords, yesNo } from './fields.tsx';

export function RecordVisitForm(form: ActFormProps) {
  const say = useText();
  const dateId = useId();
  const [tried, setTried] = useState(false);
  const [visitedOn, setVisitedOn] = useKept(
    form.desk.keyOf('visitedOn'),
    dateInShanghai(new Date().toISOString()),
  );
  const [agrees, setAgrees] = useKept(form.desk.keyOf('agrees'), '');
  const findings = useKeptWords(form.desk, 'findings');
  const command =
    visitedOn !== '' && agrees !== '' && findings.said
      ? {
          type: 'record-visit' as const,
          visitedOn,
          findings: findings.value,
          agreesWithApplication: agrees === 'yes',
        }
      : undefined;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <FieldFrame
        id={dateId}
        label={say(words.visitedOn)}
        error={tried && visitedOn === '' ? words.needWords : undefined}
      >
        {({ describedBy, invalid }) => (
          <input
            id={dateId}
            type="date"
            className="control control-short"
            value={visitedOn}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => setVisitedOn(event.target.value)}
          />
        )}
      </FieldFrame>
      <ChoiceField
        label={say(words.agrees)}
        options={yesNo}
        value={agrees}
        onChange={setAgrees}
        tried={tried}
      />
      <KeptWords words={findings} label={say(words.findings)} tried={tried} />
    </ActFrame>
  );
}
