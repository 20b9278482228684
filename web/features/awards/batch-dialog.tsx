import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { WordsField } from '../../components/form/words-field.tsx';
import { words as common } from '../../components/words.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import { words } from './words.ts';

/** The API wants four characters: account numbers are looked at for a reason. */
const isReason = (value: string): boolean => value.trim().length >= 4;

export function BatchDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const batch = useMutation({
    mutationFn: () => call('makePaymentBatch', { body: { reason } }),
    onSuccess: ({ name, csv, payments, total }) => {
      saveFile(name, csv);
      announce(fill(words.batchDone, { n: payments, amount: format.money(total) }));
      onClose();
    },
  });
  const download = () => {
    setTried(true);
    if (isReason(reason)) batch.mutate();
  };
  return (
    <Dialog title={say(words.batch)} onClose={onClose}>
      <p>{say(words.batchHint)}</p>
      <WordsField
        label={say(words.batchReason)}
        value={reason}
        onChange={setReason}
        error={tried && !isReason(reason) ? words.needWords : undefined}
      />
      {batch.error !== null && <ProblemNotice error={batch.error} />}
      <DialogActions>
        <Button kind="primary" busy={batch.isPending} onClick={download}>
          {say(words.download)}
        </Button>
        <Button onClick={onClose}>{say(common.cancel)}</Button>
      </DialogActions>
    </Dialog>
  );
}
