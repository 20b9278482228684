import { useState } from 'react';
import type { CaseDto } from '../../../../shared/api/dto/case.ts';
import { fill } from '../../../../shared/language/text.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { ChoiceField, KeptWords, useKeptWords, yesNo } from './fields.tsx';

/** Numbers of the objections that nobody has answered. */
function openObjections({ history }: CaseDto): readonly number[] {
  const numbered = (types: readonly string[]) =>
    history.flatMap(({ type, data }) =>
      types.includes(type) && typeof data.objection === 'number' ? [data.objection] : [],
    );
  const answered = new Set(numbered(['objection-dismissed', 'objection-upheld']));
  return numbered(['objection-filed']).filter((number) => !answered.has(number));
}

export function AnswerObjectionForm(form: ActFormProps) {
  const say = useText();
  const [tried, setTried] = useState(false);
  const objections = openObjections(form.data);
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
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <ChoiceField
        label={say(words.objection)}
        options={objections.map((n) => ({ value: String(n), label: fill(words.objectionNumber, { n }) }))}
        value={chosen}
        onChange={setChosen}
        tried={tried}
      />
      <ChoiceField
        label={say(words.upheld)}
        options={yesNo}
        value={upheld}
        onChange={setUpheld}
        tried={tried}
      />
      <KeptWords words={findings} label={say(words.findings)} tried={tried} />
    </ActFrame>
  );
}
