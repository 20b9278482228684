import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { DemoPerson } from '../demo-people.ts';
import { type IssuerKeys, SIGNING_ALGORITHM } from './issuer-keys.ts';
import { personClaims } from './person-claims.ts';

export type TokenIssuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  readonly scope: string;
  readonly keys: IssuerKeys;
};

export const ACCESS_TOKEN_SECONDS = 3600;

/**
 * The access token a person would get by signing in, for the seed and for tests.
 * @param overrides claims to set otherwise, or to leave out with `undefined`; times in epoch seconds.
 */
export async function issueToken(
  { issuer, audience, clientId, scope, keys }: TokenIssuer,
  person: DemoPerson,
  overrides: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    ...personClaims(person),
    jti: randomUUID(),
    sub: person.id,
    iat: now,
    exp: now + ACCESS_TOKEN_SECONDS,
    client_id: clientId,
    iss: issuer,
    aud: audience,
    scope,
    ...overrides,
  })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: 'at+jwt', kid: keys.signing.kid })
    .sign(await importJWK(keys.signing));
}
