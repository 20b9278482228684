import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';

export type TokenCheck = (token: string) => Promise<TokenVerdict>;
type TokenVerdict =
  | { readonly kind: 'valid'; readonly claims: JWTPayload }
  | { readonly kind: 'rejected' }
  /** The issuer's keys could not be had: nothing is known about the token. */
  | { readonly kind: 'unknown' };

/** The JWT authorizer of an HTTP API takes RSA signatures only. */
const algorithms = ['RS256', 'RS384', 'RS512'];

const DiscoverySchema = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Checks access tokens as the JWT authorizer of an AWS HTTP API does: RSA signature by a key of the issuer,
 * `iss`, `exp`, `nbf`, `iat`, and `aud`, or `client_id` where there is no `aud`.
 * Source: "Control access to HTTP APIs with JWT authorizers" in the Amazon API Gateway guide.
 */
export function tokenCheck(issuer: string, audience: string): TokenCheck {
  const check = checkOnce(issuer, audience);
  const valid = new Map<string, JWTPayload>();
  return async (token) => {
    const claims = valid.get(token);
    if (claims !== undefined && (claims.exp ?? 0) > Date.now() / 1000) return { kind: 'valid', claims };
    valid.delete(token);
    const verdict = await check(token);
    if (verdict.kind === 'valid') {
      if (valid.size >= keptTokens) for (const oldest of valid.keys().take(1)) valid.delete(oldest);
      valid.set(token, verdict.claims);
    }
    return verdict;
  };
}

/** A token says the same until it ends, so its signature is looked at once; the oldest are forgotten first. */
const keptTokens = 1000;

function checkOnce(issuer: string, audience: string): TokenCheck {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (token) => {
    try {
      keys ??= createRemoteJWKSet(new URL(await keysAddress(issuer)));
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms,
        requiredClaims: ['exp', 'sub'],
      });
      const issuedLater = payload.iat !== undefined && payload.iat > Date.now() / 1000 + 1;
      return issuedLater || !isFor(payload, audience)
        ? { kind: 'rejected' }
        : { kind: 'valid', claims: payload };
    } catch (error) {
      return isVerdict(error) ? { kind: 'rejected' } : { kind: 'unknown' };
    }
  };
}

function isFor({ aud, client_id: clientId }: JWTPayload, audience: string): boolean {
  return aud === undefined ? clientId === audience : [aud].flat().includes(audience);
}

/** An error about the token, not about reaching the issuer. */
const isVerdict = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  error.code !== 'ERR_JOSE_GENERIC';

async function keysAddress(issuer: string): Promise<string> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const described = DiscoverySchema.parse(await answer.json());
  if (described.issuer !== issuer) throw new Error('the issuer describes itself under another name');
  return described.jwks_uri;
}
