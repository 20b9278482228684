import { useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { isSaid, WordsField } from '../../components/form/words-field.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import type { ActDialogProps } from './application-actions.tsx';
import { words } from './words.ts';

export function WithdrawDialog({ busy, error, onAct, onClose }: ActDialogProps) {
  const say = useText();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={say(words.withdrawTitle)} onClose={onClose}>
      <p>{say(words.withdrawHint)}</p>
      <WordsField label={say(words.reason)} value={reason} onChange={setReason} optional />
      {error !== null && <ProblemNotice error={error} />}
      <DialogActions>
        <Button
          kind="danger"
          busy={busy}
          onClick={() => onAct({ type: 'withdraw', ...(isSaid(reason) && { reason }) })}
        >
          {say(words.withdraw)}
        </Button>
        <Button onClick={onClose}>{say(words.keep)}</Button>
      </DialogActions>
    </Dialog>
  );
}
