import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { commandReturnAddress } from '../../shared/deployment/command-sign-in.ts';
import { awaitReturn } from './await-return.ts';

export type PortalConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly resource: string;
};

/** OpenID Connect Discovery 1.0, §3. */
const DiscoverySchema = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
/** RFC 6749, §5.1. */
const TokenSchema = z.object({ access_token: z.string() });

const secret = (): string => randomBytes(32).toString('base64url');

/**
 * Signs a person in through their own browser (RFC 8252: authorization code, PKCE, a return to this machine).
 * @param show is given the address to open.
 * @returns their access token.
 * @throws when the issuer refuses, or its answer belongs to another attempt.
 */
export async function signInByBrowser(
  { issuer, clientId, scope, resource }: PortalConfig,
  show: (address: string) => void,
): Promise<string> {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { authorization_endpoint, token_endpoint } = DiscoverySchema.parse(await discovery.json());
  const [state, verifier] = [secret(), secret()];
  const returned = await awaitReturn();
  const asked = new URL(authorization_endpoint);
  asked.search = String(
    new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: commandReturnAddress,
      scope,
      resource,
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  );
  show(asked.href);

  const query = await returned.query;
  const code = query.get('code');
  if (code === null || query.get('state') !== state) {
    throw new Error(
      `the sign-in was not completed: ${query.get('error') ?? 'not the one that was begun here'}`,
    );
  }
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: commandReturnAddress,
      code,
      code_verifier: verifier,
      resource,
    }),
  });
  if (!answer.ok) throw new Error(`the issuer gave no token: status ${answer.status}`);
  return TokenSchema.parse(await answer.json()).access_token;
}
