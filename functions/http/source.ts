import type { HttpEvent } from './http-event.ts';

/**
 * Where a request comes from, as far as it can be known: who connected to the gateway, and behind that the one
 * whom a CDN says it speaks for. Only fit to slow down a flood: whoever comes without the CDN can invent the
 * second.
 */
export type Source = { readonly near: string; readonly far: string };

export function sourceOf({ headers, requestContext }: HttpEvent): Source {
  const near = requestContext.http?.sourceIp ?? '';
  // The gateway appends who connected to it; what stands before was appended by the CDN.
  const hops = (headers['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim());
  const behind = hops.at(-1) === near ? hops.at(-2) : hops.at(-1);
  return { near, far: behind || near };
}
