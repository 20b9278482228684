import './draft.css';
import { useState } from 'react';
import type { Answers } from '../../../shared/forms/answers.ts';
import { type Form, fieldsOf } from '../../../shared/forms/field.ts';
import { type Difference, withAnswer } from '../../lib/draft/changes.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAnswerText } from '../answers/use-answer-text.ts';
import { Button } from '../button/button.tsx';
import { Dialog, DialogActions } from '../dialog/dialog.tsx';
import { words } from './conflict-words.ts';

type Side = 'mine' | 'theirs';

type ConflictDialogProps = {
  readonly form: Form;
  readonly answers: Answers;
  readonly differences: readonly Difference[];
  readonly onChosen: (answers: Answers) => void;
};

/** Two devices edited: both answers side by side, the newer one chosen where only one of them changed. */
export function ConflictDialog({ form, answers, differences, onChosen }: ConflictDialogProps) {
  const say = useText();
  const answerText = useAnswerText();
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>(() =>
    Object.fromEntries(
      differences.map(({ id, changedBy }) => [id, changedBy === 'them' ? 'theirs' : 'mine']),
    ),
  );
  const all = (side: Side) => setSides(Object.fromEntries(differences.map(({ id }) => [id, side])));
  const keep = () =>
    onChosen(
      differences.reduce(
        (kept, { id, theirs }) => (sides[id] === 'theirs' ? withAnswer(kept, id, theirs) : kept),
        answers,
      ),
    );
  const fields = fieldsOf(form);
  return (
    <Dialog title={say(words.title)} onClose={keep} mustChoose wide>
      <p>{say(words.intro)}</p>
      <div className="row">
        <Button onClick={() => all('mine')}>{say(words.allMine)}</Button>
        <Button onClick={() => all('theirs')}>{say(words.allTheirs)}</Button>
      </div>
      {fields.flatMap((field) => {
        const difference = differences.find(({ id }) => id === field.id);
        if (!difference) return [];
        return (
          <fieldset key={field.id} className="conflict">
            <legend className="field-label">{say(field.label)}</legend>
            <div className="conflict-sides">
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} className="choice">
                  <input
                    type="radio"
                    name={`conflict-${field.id}`}
                    checked={sides[field.id] === side}
                    onChange={() => setSides({ ...sides, [field.id]: side })}
                  />
                  <span>
                    <span className="soft small conflict-side">{say(words[side])}</span>
                    {answerText(field, difference[side])}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
      <DialogActions>
        <Button kind="primary" onClick={keep}>
          {say(words.keepChosen)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
