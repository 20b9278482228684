import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page/page.tsx';
import { finishSignIn } from '../../lib/auth/sign-in.ts';
import { signIn } from '../../lib/auth/sign-in-again.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** Where the issuer sends people back to: takes the code and goes on to the page they came from. */
export function SignInDonePage() {
  const say = useText();
  const [, go] = useLocation();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    finishSignIn(location.search).then(
      (returnTo) => go(returnTo, { replace: true }),
      () => setFailed(true),
    );
  }, [go]);
  return (
    <Page title={say(failed ? words.failed : words.underWay)} width="reading">
      {failed ? (
        <Notice tone="bad" urgent>
          <p>{say(words.failedHint)}</p>
          <Button kind="primary" onClick={() => signIn('/')}>
            {say(words.again)}
          </Button>
        </Notice>
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}
