import { createHash, randomBytes } from 'node:crypto';

const base64url = (bytes: Buffer): string => bytes.toString('base64url');

/** A browser as far as a sign-in needs one: it keeps cookies and follows redirects by hand. */
export class SignInBrowser {
  readonly #cookies = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const path = new URL(url).pathname;
    const cookie = [...this.#cookies]
      .map(([key, value]) => [...key.split('|'), value] as [string, string, string])
      .filter(([scope]) => path.startsWith(scope))
      .map(([, name, value]) => `${name}=${value}`)
      .join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...init.headers, cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const scope = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(`${scope}|${name}`);
      else this.#cookies.set(`${scope}|${name}`, value);
    }
    return answer;
  }

  /** Follows redirects until an answer is none, or one leads to `stopAt`, which is not opened. */
  async follow(
    first: Response,
    base: string,
    stopAt = 'nowhere',
  ): Promise<{ url: string; answer: Response }> {
    let answer = first;
    let url = base;
    for (let steps = 0; steps < 10; steps += 1) {
      const location = answer.headers.get('location');
      if (location === null) return { url, answer };
      url = new URL(location, url).href;
      if (url.startsWith(stopAt)) return { url, answer };
      answer = await this.open(url);
    }
    throw new Error('too many redirects');
  }
}

export type PortalClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly resource: string;
};

/** An authorization request as the portal makes it, with what is needed to redeem its code. */
export function authorizationRequest(client: PortalClient): { url: string; verifier: string; state: string } {
  const verifier = base64url(randomBytes(32));
  const state = base64url(randomBytes(16));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: client.scope,
    resource: client.resource,
    state,
    code_challenge: base64url(createHash('sha256').update(verifier).digest()),
    code_challenge_method: 'S256',
  });
  return { url: `${client.issuer}/auth?${query}`, verifier, state };
}

/** Opens an authorization request and picks a demo person; where the issuer sends them back to is not opened. */
export async function pickPerson(
  browser: SignInBrowser,
  address: string,
  personId: string,
  backTo: string,
): Promise<{ html: string; page: Response; back: URL }> {
  const { url, answer } = await browser.follow(await browser.open(address), address);
  const html = await answer.text();
  const chosen = await browser.open(url, { method: 'POST', body: new URLSearchParams({ person: personId }) });
  const done = await browser.follow(chosen, url, backTo);
  return { html, page: answer, back: new URL(done.url) };
}

export const redeemCode = (
  client: PortalClient,
  code: string,
  verifier: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${client.issuer}/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      code,
      code_verifier: verifier,
      resource: client.resource,
    }),
  });
