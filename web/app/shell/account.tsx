import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/button/button.tsx';
import { announce } from '../../lib/announce.ts';
import { problemText } from '../../lib/api/problem-text.ts';
import { useSession } from '../../lib/auth/session.ts';
import { signOut } from '../../lib/auth/sign-in.ts';
import { signInAgain } from '../../lib/auth/sign-in-again.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export function Account() {
  const say = useText();
  const session = useSession();
  const queries = useQueryClient();
  const { data: me } = useMe();
  if (!session) return <Button onClick={signInAgain}>{say(words.signIn)}</Button>;
  const leave = () => {
    // The next person at this screen must not find what the last one had loaded.
    queries.clear();
    signOut().catch((error: unknown) => announce(problemText(error), 'bad'));
  };
  return (
    <div className="header-account">
      <span className="header-person" lang="zh-CN">
        {me?.name}
      </span>
      <Button kind="quiet" onClick={leave}>
        {say(words.signOut)}
      </Button>
    </div>
  );
}
