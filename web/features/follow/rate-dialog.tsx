import { useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { WordsField } from '../../components/form/words-field.tsx';
import { words as common } from '../../components/words.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import type { ActDialogProps } from './application-actions.tsx';
import { words } from './words.ts';

const best = 5;

export function RateDialog({ busy, error, onAct, onClose }: ActDialogProps) {
  const say = useText();
  const [stars, setStars] = useState(best);
  const [comment, setComment] = useState('');
  const said = comment.trim();
  return (
    <Dialog title={say(words.rate)} onClose={onClose}>
      <fieldset>
        <legend className="only-heard">{say(words.rate)}</legend>
        <div className="choices choices-inline">
          {Array.from({ length: best }, (_, index) => best - index).map((n) => (
            <label key={n} className="choice">
              <input type="radio" name="stars" checked={stars === n} onChange={() => setStars(n)} />
              {say(words.stars, { n })}
            </label>
          ))}
        </div>
      </fieldset>
      <WordsField label={say(words.comment)} value={comment} onChange={setComment} optional />
      {error !== null && <ProblemNotice error={error} />}
      <DialogActions>
        <Button
          kind="primary"
          busy={busy}
          onClick={() => onAct({ type: 'rate', stars, ...(said && { comment: said.slice(0, 500) }) })}
        >
          {say(words.send)}
        </Button>
        <Button onClick={onClose}>{say(common.cancel)}</Button>
      </DialogActions>
    </Dialog>
  );
}
