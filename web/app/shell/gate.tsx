import type { ReactNode } from 'react';
import type { Role } from '../../../shared/identity/actor.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { useSession } from '../../lib/auth/session.ts';
import { signInAgain } from '../../lib/auth/sign-in-again.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type GateProps = { readonly roles: readonly Role[]; readonly children: ReactNode };

/** Says kindly whom a page is for. What may be seen is the API's to decide, not this page's. */
export function Gate({ roles, children }: GateProps) {
  const say = useText();
  const session = useSession();
  const me = useMe();
  if (!session) {
    return (
      <Page title={say(words.signInFirst)} intro={say(words.signInFirstHint)} width="reading">
        <Button kind="primary" onClick={signInAgain}>
          {say(words.signIn)}
        </Button>
      </Page>
    );
  }
  return (
    <Loaded query={me}>
      {(known) =>
        hasRole(known, ...roles) ? (
          children
        ) : (
          <Page title={say(words.notYours)} width="reading">
            {null}
          </Page>
        )
      }
    </Loaded>
  );
}
