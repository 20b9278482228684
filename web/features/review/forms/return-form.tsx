import { useState } from 'react';
import { pointerLabel } from '../../../../shared/letters/pointer-label.ts';
import { Button } from '../../../components/button/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { isSaid, WordsField } from '../../../components/form/words-field.tsx';
import { useText } from '../../../lib/i18n/use-text.ts';
import { words } from '../words.ts';
import { type ActFormProps, ActFrame } from './act-form.tsx';
import { KeptWords, useKeptWords } from './fields.tsx';

/** One complete list: what is marked beside the answers, with the reason for each. */
export function ReturnForm(form: ActFormProps) {
  const say = useText();
  const [tried, setTried] = useState(false);
  const { data, programme, desk } = form;
  const { items } = desk;
  const second = data.corrections > 0;
  const secondReason = useKeptWords(desk, 'secondReturnReason');
  const command =
    items.length > 0 && items.every(({ reason }) => isSaid(reason)) && (!second || secondReason.said)
      ? {
          type: 'return-for-correction' as const,
          items: items.map(({ path, reason }) => ({ path, reason })),
          ...(second && { secondReturnReason: secondReason.value }),
        }
      : undefined;
  return (
    <ActFrame form={form} command={command} onTry={() => setTried(true)}>
      <p className="soft">{say(words.itemsHint)}</p>
      {items.length === 0 && <Notice tone={tried ? 'bad' : 'info'} title={say(words.noItems)} />}
      {items.map(({ path, reason }) => (
        <div key={path} className="desk-item">
          <WordsField
            label={say(words.itemReason, { label: say(pointerLabel(programme, path)) })}
            value={reason}
            onChange={(next) =>
              desk.setItems(items.map((item) => (item.path === path ? { path, reason: next } : item)))
            }
            error={tried && !isSaid(reason) ? words.needWords : undefined}
          />
          <Button kind="quiet" onClick={() => desk.setItems(items.filter((item) => item.path !== path))}>
            {say(words.removeItem)}
            <span className="only-heard">{say(pointerLabel(programme, path))}</span>
          </Button>
        </div>
      ))}
      {second && (
        <KeptWords
          words={secondReason}
          label={say(words.secondReturn)}
          hint={say(words.secondReturnHint)}
          tried={tried}
        />
      )}
    </ActFrame>
  );
}
