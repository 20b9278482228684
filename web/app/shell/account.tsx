import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { announce } from '../../lib/announce.ts';
import { problemText } from '../../lib/api/problem-text.ts';
import { useSession } from '../../lib/auth/session.ts';
import { signOut } from '../../lib/auth/sign-in.ts';
import { signInAgain } from '../../lib/auth/sign-in-again.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { clearAllMirrors, hasUnsentDrafts } from '../../lib/draft/mirror.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { forgetKept } from '../../lib/use-kept.ts';
import { words } from './words.ts';

export function Account() {
  const say = useText();
  const session = useSession();
  const queries = useQueryClient();
  const { data: me } = useMe();
  const [asking, setAsking] = useState(false);
  if (!session) return <Button onClick={signInAgain}>{say(words.signIn)}</Button>;
  const leave = () => {
    setAsking(false);
    clearAllMirrors();
    forgetKept('');
    // The next person at this screen must not find what the last one had loaded.
    queries.clear();
    signOut().catch((error: unknown) => announce(problemText(error), 'bad'));
  };
  return (
    <div className="header-account">
      <span className="header-person" lang="zh-CN">
        {me?.name}
      </span>
      <Button kind="quiet" onClick={() => (hasUnsentDrafts() ? setAsking(true) : leave())}>
        {say(words.signOut)}
      </Button>
      {asking && (
        <Dialog title={say(words.unsentTitle)} onClose={() => setAsking(false)}>
          <p>{say(words.unsentHint)}</p>
          <DialogActions>
            <Button kind="danger" onClick={leave}>
              {say(words.signOut)}
            </Button>
            <Button onClick={() => setAsking(false)}>{say(words.stay)}</Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  );
}
