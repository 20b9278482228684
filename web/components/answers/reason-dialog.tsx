import { useState } from 'react';
import { useText } from '../../lib/i18n/use-text.ts';
import { Button } from '../button/button.tsx';
import { Dialog, DialogActions } from '../dialog/dialog.tsx';
import { ProblemNotice } from '../feedback/problem-notice.tsx';
import { WordsField } from '../form/words-field.tsx';
import { words as common } from '../words.ts';
import { words } from './words.ts';

type ReasonDialogProps = {
  readonly title: string;
  readonly action: string;
  readonly busy?: boolean;
  readonly error?: Error | null;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
};

/** The API wants four characters at least. */
const isReason = (reason: string): boolean => reason.trim().length >= 4;

/** Seeing a masked value in full is a recorded act with a reason. */
export function ReasonDialog({ title, action, busy = false, error, onReason, onClose }: ReasonDialogProps) {
  const say = useText();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (isReason(reason)) onReason(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{say(words.revealHint)}</p>
      <WordsField
        label={say(words.revealReason)}
        value={reason}
        onChange={setReason}
        error={tried && !isReason(reason) ? words.needReason : undefined}
      />
      {error && <ProblemNotice error={error} />}
      <DialogActions>
        <Button kind="primary" busy={busy} onClick={send}>
          {action}
        </Button>
        <Button onClick={onClose}>{say(common.cancel)}</Button>
      </DialogActions>
    </Dialog>
  );
}
