import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Provider } from 'oidc-provider';
import type { DemoPerson } from '../demo-people.ts';
import { issueToken, type TokenIssuer } from './issue-token.ts';
import { issuerKeys } from './issuer-keys.ts';
import { issuerPagePolicy } from './issuer-page.ts';
import { providerOptions } from './provider-options.ts';
import { openSessionStore } from './session-store.ts';
import { answerSignIn } from './sign-in.ts';

export type IssuerOptions = {
  /** Where the portal and, below /issuer, the issuer are reached. */
  readonly origin: string;
  /** Keeps its keys and sessions; must exist. */
  readonly dataFolder: string;
  readonly people: readonly DemoPerson[];
  /** The API's identifier, as the `aud` of its tokens. */
  readonly audience: string;
  readonly clientId: string;
  /** Of the API, in access tokens. */
  readonly scope: string;
};

export type Issuer = {
  /** Its identifier, the `iss` of its tokens. */
  readonly url: string;
  /** Answers requests below /issuer. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The token a demo person would get by signing in; see issue-token.ts. */
  issueToken(personId: string, overrides?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Keeps who is signed in for the next start. */
  stop(): Promise<void>;
};

const MOUNT = '/issuer';

/** A real OpenID Connect provider that asks for no password: one picks a demo person. */
export async function createIssuer(options: IssuerOptions): Promise<Issuer> {
  const { origin, dataFolder, people, audience, clientId, scope } = options;
  const token: TokenIssuer = {
    issuer: `${origin}${MOUNT}`,
    audience,
    clientId,
    scope,
    keys: await issuerKeys(join(dataFolder, 'issuer-keys.json')),
  };
  const sessions = await openSessionStore(join(dataFolder, 'issuer-sessions.json'));
  const provider = new Provider(
    token.issuer,
    providerOptions({ token, portalOrigins: [origin], people, sessions }),
  );
  const callback = provider.callback();

  return {
    url: token.issuer,
    handle: async (request, response) => {
      response.setHeader('content-security-policy', issuerPagePolicy);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'no-referrer');
      const path = (request.url ?? '').slice(MOUNT.length);
      if (path.startsWith('/sign-in/')) return answerSignIn(provider, people, request, response);
      // As mounting in a framework does it: the provider sees its own part of the address.
      await callback(Object.assign(request, { originalUrl: request.url, url: path }), response);
    },
    issueToken: (personId, overrides) => {
      const person = people.find(({ id }) => id === personId);
      if (person === undefined) throw new Error(`there is no demo person ${personId}`);
      return issueToken(token, person, overrides);
    },
    stop: sessions.saved,
  };
}
