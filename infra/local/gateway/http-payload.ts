import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWTPayload } from 'jose';
import type { HttpAnswer, HttpEvent } from '../../../functions/http/http-event.ts';
import type { GatewayRoute } from './route-match.ts';

export type Call = {
  readonly route: GatewayRoute;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly requestId: string;
  /** Of a verified token. */
  readonly claims: JWTPayload | undefined;
};

/**
 * A request as an HTTP API hands it to a function (payload 2.0), in the parts our functions read. Repeated
 * query values are joined by commas, and claims become text, lists as `[a b]`: as on AWS.
 */
export function toEvent(request: IncomingMessage, call: Call): HttpEvent {
  const { route, params, query, body, requestId, claims } = call;
  const names = [...new Set(query.keys())];
  return {
    routeKey: `${route.method} ${route.path}`,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : value,
      ]),
    ),
    ...(Object.keys(params).length > 0 && { pathParameters: params }),
    ...(names.length > 0 && {
      queryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])),
    }),
    ...bodyOf(body),
    requestContext: {
      requestId,
      http: { sourceIp: request.socket.remoteAddress ?? '' },
      ...(claims && { authorizer: { jwt: { claims: claimsAsText(claims) } } }),
    },
  };
}

/** Bytes that are no text travel in base64, so that nothing is lost on the way. */
function bodyOf(body: Buffer): Pick<HttpEvent, 'body' | 'isBase64Encoded'> {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = body.toString('utf8');
  return Buffer.from(text).equals(body)
    ? { body: text, isBase64Encoded: false }
    : { body: body.toString('base64'), isBase64Encoded: true };
}

const claimsAsText = (claims: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

export function writeAnswer(
  response: ServerResponse,
  { statusCode, headers, body, isBase64Encoded }: HttpAnswer,
): void {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(statusCode, {
    ...headers,
    ...(statusCode !== 204 && { 'content-length': bytes.length }),
  });
  response.end(statusCode === 204 ? undefined : bytes);
}
