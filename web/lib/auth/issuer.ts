/** The endpoints of the issuer that a sign-in needs (OpenID Connect Discovery 1.0). */
export type Issuer = {
  readonly authorization: string;
  readonly token: string;
  readonly endSession?: string;
};

function textOf(document: unknown, name: string): string | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const value: unknown = Reflect.get(document, name);
  return typeof value === 'string' ? value : undefined;
}

/** @throws when the issuer cannot be reached or does not describe itself. */
export async function discoverIssuer(issuer: string): Promise<Issuer> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const document: unknown = await answer.json();
  const authorization = textOf(document, 'authorization_endpoint');
  const token = textOf(document, 'token_endpoint');
  const endSession = textOf(document, 'end_session_endpoint');
  if (authorization === undefined || token === undefined) throw new Error('the issuer names no endpoints');
  return { authorization, token, ...(endSession && { endSession }) };
}

/** Exchanges a code (RFC 6749 §4.1.3). */
export async function exchangeCode(
  endpoint: string,
  form: Readonly<Record<string, string>>,
): Promise<{ readonly accessToken: string; readonly idToken?: string; readonly lifetimeSeconds: number }> {
  const answer = await fetch(endpoint, { method: 'POST', body: new URLSearchParams(form) });
  const document: unknown = await answer.json();
  const accessToken = textOf(document, 'access_token');
  if (!answer.ok || accessToken === undefined) {
    throw new Error(textOf(document, 'error') ?? `status ${answer.status}`);
  }
  const idToken = textOf(document, 'id_token');
  const lifetime: unknown = Reflect.get(Object(document), 'expires_in');
  return {
    accessToken,
    ...(idToken && { idToken }),
    lifetimeSeconds: typeof lifetime === 'number' ? lifetime : 300,
  };
}
