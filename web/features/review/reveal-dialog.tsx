import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { WordsField } from '../../components/form/words-field.tsx';
import { words as common } from '../../components/words.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type RevealDialogProps = {
  readonly caseId: string;
  readonly pointer: string;
  readonly label: string;
  readonly onRevealed: (value: string) => void;
  readonly onClose: () => void;
};

/** The API wants four characters at least. */
const isReason = (reason: string): boolean => reason.trim().length >= 4;

/** Seeing a masked value in full is a recorded act with a reason. */
export function RevealDialog({ caseId, pointer, label, onRevealed, onClose }: RevealDialogProps) {
  const say = useText();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reveal = useMutation({
    mutationFn: () => call('revealAnswer', { params: { caseId }, body: { path: pointer, reason } }),
    onSuccess: ({ value }) => onRevealed(value),
  });
  const send = () => {
    setTried(true);
    if (isReason(reason)) reveal.mutate();
  };
  return (
    <Dialog title={say(words.revealTitle, { label })} onClose={onClose}>
      <p>{say(words.revealHint)}</p>
      <WordsField
        label={say(words.revealReason)}
        value={reason}
        onChange={setReason}
        error={tried && !isReason(reason) ? words.needReason : undefined}
      />
      {reveal.error !== null && <ProblemNotice error={reveal.error} />}
      <DialogActions>
        <Button kind="primary" busy={reveal.isPending} onClick={send}>
          {say(words.reveal)}
        </Button>
        <Button onClick={onClose}>{say(common.cancel)}</Button>
      </DialogActions>
    </Dialog>
  );
}
