import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { toProblem } from '../../shared/api/errors.ts';
import { securityHeaders } from '../../shared/api/security-headers.ts';

let page: Promise<string> | undefined;

/**
 * Where the CDN cannot add headers (aws-cn): answers every address of the portal with its one page and the
 * security headers. The files that the page loads come from the CDN itself.
 */
export async function handler(
  event: Pick<APIGatewayProxyEventV2, 'rawPath' | 'requestContext'>,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (event.rawPath.startsWith('/api/')) {
    const problem = toProblem({ code: 'route-not-found' }, event.requestContext.requestId);
    return {
      statusCode: problem.status,
      headers: { 'content-type': 'application/problem+json' },
      body: JSON.stringify(problem),
    };
  }
  page ??= readFile(join(process.env.LAMBDA_TASK_ROOT ?? '.', 'index.html'), 'utf8');
  return {
    statusCode: 200,
    headers: {
      ...securityHeaders({ connectTo: (process.env.CONNECT_TO ?? '').split(' '), https: true }),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=0, s-maxage=60',
    },
    body: await page,
  };
}
