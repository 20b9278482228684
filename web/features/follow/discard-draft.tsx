import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { gone } from '../../lib/api/gone.ts';
import { clearMirror } from '../../lib/draft/mirror.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export function DiscardDraft({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => gone(call('discardDraft', { params: { caseId } })),
    onSuccess: async () => {
      clearMirror(caseId);
      announce(words.discarded);
      go('/applications');
      await queries.invalidateQueries({ queryKey: ['applications'] });
    },
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {say(words.discard)}
      </Button>
      {asking && (
        <Dialog title={say(words.discardTitle)} onClose={() => setAsking(false)}>
          <p>{say(words.discardHint)}</p>
          {discard.error !== null && <ProblemNotice error={discard.error} />}
          <DialogActions>
            <Button kind="danger" busy={discard.isPending} onClick={() => discard.mutate()}>
              {say(words.discard)}
            </Button>
            <Button onClick={() => setAsking(false)}>{say(words.keepDraft)}</Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
