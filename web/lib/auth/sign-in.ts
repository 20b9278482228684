import { call } from '../api/call.ts';
import { discoverIssuer, exchangeCode } from './issuer.ts';
import { challengeOf, randomToken } from './pkce.ts';
import { currentSession, dropSession, keepSession } from './session.ts';

/** The page the issuer sends people back to. */
export const signInDonePath = '/sign-in/done';

const storageKey = 'sign-in';

type Attempt = {
  readonly state: string;
  readonly verifier: string;
  /** Path, query and fragment of the page to come back to. */
  readonly returnTo: string;
};

const redirectUri = (): string => `${location.origin}${signInDonePath}`;

/** Leaves for the issuer; what was typed is kept by the pages themselves. */
export async function startSignIn(returnTo: string): Promise<void> {
  const config = await call('portalConfig');
  const issuer = await discoverIssuer(config.issuer);
  const attempt: Attempt = { state: randomToken(), verifier: randomToken(), returnTo };
  sessionStorage.setItem(storageKey, JSON.stringify(attempt));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    scope: config.scope,
    resource: config.resource,
    state: attempt.state,
    code_challenge: await challengeOf(attempt.verifier),
    code_challenge_method: 'S256',
  });
  location.assign(`${issuer.authorization}?${query}`);
}

function isAttempt(value: unknown): value is Attempt {
  return (
    typeof value === 'object' &&
    value !== null &&
    'state' in value &&
    'verifier' in value &&
    'returnTo' in value
  );
}

/** The attempt this tab began, used up by reading it: a code is exchanged once. */
function takeAttempt(): Attempt | undefined {
  const stored = sessionStorage.getItem(storageKey);
  sessionStorage.removeItem(storageKey);
  const value: unknown = stored === null ? undefined : JSON.parse(stored);
  return isAttempt(value) ? value : undefined;
}

/**
 * Finishes a sign-in with the query the issuer sent back, and says where the person came from.
 * @throws when the issuer refused, or when this tab did not begin the sign-in (RFC 6749 §10.12).
 */
export async function finishSignIn(search: string): Promise<string> {
  const query = new URLSearchParams(search);
  const attempt = takeAttempt();
  const code = query.get('code');
  if (attempt === undefined || query.get('state') !== attempt.state || code === null) {
    throw new Error(query.get('error') ?? 'no sign-in was under way');
  }
  const config = await call('portalConfig');
  const issuer = await discoverIssuer(config.issuer);
  const { lifetimeSeconds, ...tokens } = await exchangeCode(issuer.token, {
    grant_type: 'authorization_code',
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    code,
    code_verifier: attempt.verifier,
    resource: config.resource,
  });
  keepSession({ ...tokens, expiresAt: Date.now() + lifetimeSeconds * 1000 });
  return attempt.returnTo;
}

/** Forgets the tokens and, where the issuer offers it, ends the session there too. */
export async function signOut(): Promise<void> {
  const idToken = currentSession()?.idToken;
  dropSession();
  const config = await call('portalConfig');
  const issuer = await discoverIssuer(config.issuer);
  if (issuer.endSession === undefined) return location.assign('/');
  const query = new URLSearchParams({
    client_id: config.clientId,
    post_logout_redirect_uri: `${location.origin}/`,
    ...(idToken && { id_token_hint: idToken }),
  });
  location.assign(`${issuer.endSession}?${query}`);
}
