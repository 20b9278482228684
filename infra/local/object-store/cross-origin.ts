import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets the portal's pages, and no others, read the answers. Sets headers only; a preflight it answers.
 */
export function allowCrossOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allowsOrigin: (origin: string) => boolean,
): 'preflight' | 'request' {
  const { origin } = request.headers;
  const allowed = origin !== undefined && allowsOrigin(origin);
  response.setHeader('vary', 'Origin');
  if (allowed) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', 'ETag, Content-Range, Content-Disposition');
  }
  if (request.method !== 'OPTIONS') return 'request';
  if (allowed) {
    response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT, POST');
    response.setHeader(
      'access-control-allow-headers',
      request.headers['access-control-request-headers'] ?? '',
    );
    response.setHeader('access-control-max-age', '600');
  }
  response.writeHead(allowed ? 204 : 403).end();
  return 'preflight';
}
