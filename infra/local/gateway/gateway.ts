import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWTPayload } from 'jose';
import type { HttpAnswer, HttpEvent } from '../../../functions/http/http-event.ts';
import { bodyLimitBytes } from '../../../functions/http/json-body.ts';
import { type Refusal, toProblem } from '../../../shared/api/errors.ts';
import { toEvent, writeAnswer } from './http-payload.ts';
import { type RateLimit, rateLimiter } from './rate-limit.ts';
import { readBody } from './request-body.ts';
import { type GatewayRoute, routeMatcher } from './route-match.ts';
import type { TokenCheck } from './token-check.ts';

export type GatewayOptions = {
  readonly routes: readonly GatewayRoute[];
  readonly checkToken: TokenCheck;
  /** Runs the function that serves the route. */
  readonly invoke: (route: GatewayRoute, event: HttpEvent) => Promise<HttpAnswer>;
  readonly rateLimit: RateLimit;
  /** One entry per request: what was asked for and how it went, nothing about who asked. */
  readonly accessLog: (entry: AccessLogEntry) => void;
};

export type AccessLogEntry = {
  readonly requestId: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};

export type Gateway = {
  /** Answers requests below /api. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

/** The HTTP API on this machine: finds the route, checks the token, runs the function. */
export function createGateway(options: GatewayOptions): Gateway {
  const match = routeMatcher(options.routes);
  const mayPass = rateLimiter(options.rateLimit);

  const answer = async (request: IncomingMessage, requestId: string): Promise<[string, HttpAnswer]> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const found = match(request.method ?? 'GET', url.pathname);
    const route = found.kind === 'route' ? found.route : undefined;
    const refused = (refusal: Refusal, headers: Record<string, string> = {}): [string, HttpAnswer] => [
      route?.id ?? 'none',
      problem(refusal, requestId, headers),
    ];
    // Read in any case: it is on the connection before whatever comes next.
    const body = await readBody(request, bodyLimitBytes);
    const signedIn = found.kind === 'route' ? await identify(found.route, request) : undefined;
    if (!mayPass(signedIn?.claims?.sub ?? request.socket.remoteAddress ?? 'unknown')) {
      return refused({ code: 'too-many-requests' }, { 'retry-after': '1' });
    }
    if (found.kind === 'none') return refused({ code: 'route-not-found' });
    if (found.kind === 'other-method') {
      return refused({ code: 'method-not-allowed' }, { allow: found.allowed.join(', ') });
    }
    if (signedIn?.refusal) {
      return refused(signedIn.refusal, { 'www-authenticate': 'Bearer' });
    }
    if (body === undefined) {
      return refused({ code: 'body-too-large', params: { limitKb: bodyLimitBytes / 1000 } });
    }
    const event = toEvent(request, {
      route: found.route,
      params: found.params,
      query: url.searchParams,
      body,
      requestId,
      claims: signedIn?.claims,
    });
    return [found.route.id, await options.invoke(found.route, event)];
  };

  /** As on AWS, a token is not looked at where none is needed. */
  const identify = async (
    { access }: GatewayRoute,
    request: IncomingMessage,
  ): Promise<{ readonly claims?: JWTPayload; readonly refusal?: Refusal }> => {
    if (access === 'anyone') return {};
    const token = /^Bearer +([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return { refusal: { code: 'not-signed-in' } };
    const verdict = await options.checkToken(token);
    switch (verdict.kind) {
      case 'valid':
        return { claims: verdict.claims };
      case 'rejected':
        return { refusal: { code: 'token-rejected' } };
      case 'unknown':
        return { refusal: { code: 'storage-unavailable' } };
    }
  };

  return {
    handle: async (request, response) => {
      const requestId = randomUUID();
      const startedAt = performance.now();
      const [route, answered] = await answer(request, requestId).catch((): [string, HttpAnswer] => [
        'none',
        problem({ code: 'internal-error', params: { requestId } }, requestId),
      ]);
      writeAnswer(response, answered);
      options.accessLog({
        requestId,
        route,
        status: answered.statusCode,
        ms: Math.round(performance.now() - startedAt),
      });
    },
  };
}

export function problem(
  refusal: Refusal,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  const document = toProblem(refusal, requestId);
  return {
    statusCode: document.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
      ...headers,
    },
    body: JSON.stringify(document),
  };
}
