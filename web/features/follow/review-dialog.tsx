import { useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { isSaid, WordsField } from '../../components/form/words-field.tsx';
import { words as common } from '../../components/words.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import type { ActDialogProps } from './application-actions.tsx';
import { words } from './words.ts';

export function ReviewDialog({ busy, error, onAct, onClose }: ActDialogProps) {
  const say = useText();
  const [grounds, setGrounds] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (isSaid(grounds)) onAct({ type: 'request-internal-review', grounds });
  };
  return (
    <Dialog title={say(words.review)} onClose={onClose}>
      <WordsField
        label={say(words.grounds)}
        hint={say(words.reviewHint)}
        value={grounds}
        onChange={setGrounds}
        error={tried && !isSaid(grounds) ? words.needReason : undefined}
      />
      {error !== null && <ProblemNotice error={error} />}
      <DialogActions>
        <Button kind="primary" busy={busy} onClick={send}>
          {say(words.send)}
        </Button>
        <Button onClick={onClose}>{say(common.cancel)}</Button>
      </DialogActions>
    </Dialog>
  );
}
