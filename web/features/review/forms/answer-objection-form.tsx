import { useState } from 'react';
import { fill } from '../../../../shared/language/text.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import { openObjections } from '../../../lib/open-objections.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { useObjections } from '../objections.tsx';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { ChoiceField, KeptWords, useKeptWords, yesNo } from './fields.tsx';

export function AnswerObjectionForm(form: ActFormProps) {
  const say = useText();
  const [tried, setTried] = useState(false);
  const objections = openObjections(form.data.history);
  const [chosen, setChosen] = useKept(form.desk.keyOf('objection'), String(objections[0] ?? ''));
  const [upheld, setUpheld] = useKept(form.desk.keyOf('upheld'), '');
  const findings = useKeptWords(form.desk, 'findings');
  const command =
    chosen !== '' && upheld !== '' && findings.said
      ? {
          type: 'answer-objection' as const,
          objection: Number(chosen),
          upheld: upheld === 'yes',
          findings: findings.value,
        }
      : undefined;
  const { data } = useObjections(form.data);
  const grounds = data?.items.find(({ number }) => String(number) === chosen)?.grounds;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <ChoiceField
        label={say(words.objection)}
        options={objections.map((n) => ({ value: String(n), label: fill(words.objectionNumber, { n }) }))}
        value={chosen}
        onChange={setChosen}
        tried={tried}
      />
      {grounds !== undefined && <blockquote lang="zh-CN">{grounds}</blockquote>}
      <ChoiceField
        label={say(words.upheld)}
        options={yesNo}
        value={upheld}
        onChange={setUpheld}
        tried={tried}
      />
      <p className="small soft">{say(words.upheldHint)}</p>
      <KeptWords
        words={findings}
        label={say(words.answerFindings)}
        hint={say(words.answerHint)}
        tried={tried}
      />
    </ActFrame>
  );
}
