import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { useExpired } from '../../lib/auth/expiry.ts';
import { signInAgain } from '../../lib/auth/sign-in-again.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

export function ExpiryNotice() {
  const say = useText();
  if (!useExpired()) return null;
  return (
    <div className="shell-expiry">
      <Notice tone="attention" urgent>
        <p>{say(words.expired)}</p>
        <Button kind="primary" onClick={signInAgain}>
          {say(words.signInAgain)}
        </Button>
      </Notice>
    </div>
  );
}
