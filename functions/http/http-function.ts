import middy from '@middy/core';
import { type Refusal, toProblem } from '../../shared/api/errors.ts';
import type { Route } from '../../shared/api/route.ts';
import { StorageUnavailable } from '../persistence/storage-unavailable.ts';
import { actorOf, type ClaimsMapping } from './actor-of.ts';
import { contactOf } from './contact-of.ts';
import type { Endpoint } from './endpoint.ts';
import type { HttpAnswer, HttpEvent, HttpFunction } from './http-event.ts';
import { type Log, traceOf } from './log.ts';

export type HttpOptions = {
  readonly claims: ClaimsMapping;
  readonly log: Log;
  /** Checks every answer against its route's output schema: for tests, where a broken contract must fail. */
  readonly validateOutput: boolean;
};

const headers = (requestId: string, contentType: string): Record<string, string> => ({
  'content-type': contentType,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-request-id': requestId,
});

/** As JSON; or, where the route says so, as text or bytes. */
const bodyOf = ({ produces }: Route, value: unknown): Pick<HttpAnswer, 'body' | 'isBase64Encoded'> => {
  if (produces === undefined) return { body: JSON.stringify(value) };
  return value instanceof Uint8Array
    ? { body: Buffer.from(value).toString('base64'), isBase64Encoded: true }
    : { body: String(value) };
};

/** The Lambda function of an audience: its endpoints behind one dispatcher, log lines and problem documents. */
export function httpFunction(endpoints: readonly Endpoint[], options: HttpOptions): HttpFunction {
  const byRouteKey = new Map(
    endpoints.map((served) => [`${served.route.method} ${served.route.path}`, served]),
  );

  const answerTo = async (event: HttpEvent): Promise<HttpAnswer> => {
    const served = byRouteKey.get(event.routeKey);
    if (served === undefined) return problem(event, { code: 'route-not-found' });
    const claims = event.requestContext.authorizer?.jwt?.claims;
    const actor = claims && actorOf(claims, options.claims);
    const outcome = await served.answer(event, actor && { actor, contact: contactOf(claims) });
    if (!outcome.ok) return problem(event, outcome.refusal);
    const { route } = served;
    if (options.validateOutput) route.output.parse(outcome.value);
    return {
      statusCode: route.status ?? 200,
      headers: headers(event.requestContext.requestId, route.produces ?? 'application/json'),
      ...bodyOf(route, outcome.value),
    };
  };

  const refusals = new WeakMap<HttpAnswer, Refusal>();
  const problem = (event: HttpEvent, refusal: Refusal): HttpAnswer => {
    const { requestId } = event.requestContext;
    const answer = {
      statusCode: toProblem(refusal).status,
      headers: headers(requestId, 'application/problem+json'),
      body: JSON.stringify(toProblem(refusal, requestId)),
    };
    refusals.set(answer, refusal);
    return answer;
  };

  const note = (event: HttpEvent, answer: HttpAnswer, startedAt: number, error?: unknown): void => {
    const caseId = event.pathParameters?.caseId;
    options.log(error !== undefined ? 'error' : answer.statusCode >= 500 ? 'warn' : 'info', {
      requestId: event.requestContext.requestId,
      route: byRouteKey.get(event.routeKey)?.route.id ?? 'none',
      status: answer.statusCode,
      code: refusals.get(answer)?.code,
      // Only what looks like one of ours: a slot can hold anything a caller types.
      caseId: caseId !== undefined && /^PL-[0-9A-Z-]{11}$/.test(caseId) ? caseId : undefined,
      ms: Math.round(performance.now() - startedAt),
      ...(error !== undefined && traceOf(error)),
    });
  };

  const started = new WeakMap<HttpEvent, number>();
  return middy<HttpEvent, HttpAnswer>(answerTo).use({
    before: ({ event }) => {
      started.set(event, performance.now());
    },
    after: ({ event, response }) => {
      if (response) note(event, response, started.get(event) ?? 0);
    },
    onError: (request) => {
      const { event, error } = request;
      const unavailable = error instanceof StorageUnavailable || error?.name === 'TimeoutError';
      request.response = problem(
        event,
        unavailable
          ? { code: 'storage-unavailable' }
          : { code: 'internal-error', params: { requestId: event.requestContext.requestId } },
      );
      note(event, request.response, started.get(event) ?? 0, error);
    },
  });
}
