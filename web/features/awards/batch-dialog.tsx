import { useState } from 'react';
import { fill } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { WordsField } from '../../components/form/words-field.tsx';
import { words as common } from '../../components/words.ts';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useAct } from '../../lib/use-act.ts';
import { words } from './words.ts';

/** The API wants four characters: account numbers are looked at for a reason. */
const isReason = (value: string): boolean => value.trim().length >= 4;

export function BatchDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [again, setAgain] = useState(false);
  const batch = useAct(
    (commandId, _: undefined) => call('makePaymentBatch', { body: { commandId, reason, again } }),
    ({ name, csv, payments, total }) => {
      if (payments === 0) return;
      saveFile(name, csv);
      announce(fill(words.batchDone, { n: payments, amount: format.money(total) }));
      onClose();
    },
  );
  const left = batch.data?.left ?? 0;
  const download = () => {
    setTried(true);
    if (isReason(reason)) batch.mutate(undefined);
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
      {batch.data?.payments === 0 && (
        <Notice tone="attention" title={say(words.batchNothingNew, { n: left })} urgent>
          <label className="choice">
            <input type="checkbox" checked={again} onChange={() => setAgain(!again)} />
            <span>{say(words.batchAgain)}</span>
          </label>
        </Notice>
      )}
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
