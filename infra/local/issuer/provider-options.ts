import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { commandReturnAddress } from '../../../shared/deployment/command-sign-in.ts';
import type { DemoPerson } from '../demo-people.ts';
import { ACCESS_TOKEN_SECONDS, type TokenIssuer } from './issue-token.ts';
import { SIGNING_ALGORITHM } from './issuer-keys.ts';
import { escapeHtml, issuerPage } from './issuer-page.ts';
import { personClaims } from './person-claims.ts';
import type { SessionStore } from './session-store.ts';
import { signedOutPage, signOutPage, signOutPolicy } from './sign-out-page.ts';

const DAY = 24 * 3600;

export type ProviderSetup = {
  readonly token: TokenIssuer;
  /** Where the portal may be: its pages get the codes, and may call the token endpoint. */
  readonly portalOrigins: readonly string[];
  readonly people: readonly DemoPerson[];
  readonly sessions: SessionStore;
};

/** Code flow with PKCE for the portal; access tokens are JWTs for our API. */
export function providerOptions({ token, portalOrigins, people, sessions }: ProviderSetup): Configuration {
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    adapter: sessions.adapter,
    jwks: { keys: [token.keys.signing] },
    clients: [
      {
        client_id: token.clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [...portalOrigins.map((origin) => `${origin}/sign-in/done`), commandReturnAddress],
        post_logout_redirect_uris: portalOrigins.map((origin) => `${origin}/`),
      },
    ],
    clientBasedCORS: (_, origin) => portalOrigins.includes(origin),
    cookies: { keys: [token.keys.cookies] },
    // The API's scope belongs to its resource server; listed here it would be one of the issuer's own.
    scopes: ['openid'],
    claims: { openid: ['sub', 'name', 'roles', 'office', 'town'] },
    findAccount: (_, id) => {
      const person = byId.get(id);
      return person && { accountId: id, claims: async () => ({ sub: id, ...personClaims(person) }) };
    },
    extraTokenClaims: (_, { kind, ...issued }) => {
      const person =
        kind === 'AccessToken' && 'accountId' in issued ? byId.get(String(issued.accountId)) : undefined;
      return person && personClaims(person);
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => token.audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: token.scope,
          audience: token.audience,
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: SIGNING_ALGORITHM } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          const asked = ctx.oidc.entities.IdTokenHint !== undefined;
          if (asked) ctx.set('content-security-policy', signOutPolicy);
          ctx.body = signOutPage(form, asked);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage();
        },
      },
    },
    interactions: { url: (_, { uid }) => `/issuer/sign-in/${uid}` },
    loadExistingGrant: (ctx) => grantOf(ctx, token),
    pkce: { required: () => true },
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html';
      ctx.body = issuerPage(
        '登录没有完成',
        `<h1>登录没有完成 <small lang="en">The sign-in was not completed</small></h1>
<p>请返回首页重新登录。<br><small lang="en">${escapeHtml(error)}: ${escapeHtml(description ?? '')}</small></p>
<p><a href="/">返回首页 Back to the portal</a></p>`,
      );
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 3600,
      Session: 14 * DAY,
      Grant: 14 * DAY,
    },
  };
}

/** The portal is our own: nobody is asked whether it may act for them. */
async function grantOf(ctx: KoaContextWithOIDC, { audience, scope }: TokenIssuer) {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const existing = session.grantIdFor(client.clientId);
  const known = existing === undefined ? undefined : await provider.Grant.find(existing);
  if (known !== undefined) return known;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(audience, scope);
  await grant.save();
  return grant;
}
