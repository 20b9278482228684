import type { IncomingMessage } from 'node:http';
import { ALGORITHM, checkScope, compareSignature, parseAmzDate, stringToSign } from './signature.ts';
import type { SignedParts, StoreCredentials } from './signed-parts.ts';
import { StoreError } from './store-error.ts';

const CLOCK_SKEW_MS = 15 * 60_000;
const LONGEST_LINK_SECONDS = 7 * 24 * 3600;

/** @throws StoreError when the address is not well-formed UTF-8 in percent encoding. */
export function readRequest(request: IncomingMessage): SignedParts {
  const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split(/\?(.*)/s, 2);
  try {
    const pairs = rawQuery === '' ? [] : rawQuery.split('&');
    return {
      method: request.method ?? 'GET',
      path: decodeURIComponent(rawPath),
      query: pairs.map((pair) => {
        const [name = '', value = ''] = pair.split(/=(.*)/s, 2);
        return [decodeURIComponent(name), decodeURIComponent(value)] as const;
      }),
      header: (name) => {
        const value = request.headers[name];
        return Array.isArray(value) ? value.join(',') : value;
      },
      headerNames: Object.keys(request.headers),
    };
  } catch {
    throw new StoreError('InvalidURI', 'The address could not be parsed.');
  }
}

/**
 * Checks the signature of a request, in its headers or, for a link made in advance, in its query.
 * @param now epoch milliseconds.
 * @returns what the sender says of the body: a SHA-256 in hex, or a marker such as `UNSIGNED-PAYLOAD`.
 * @throws StoreError when there is none, it is forged, expired, or leaves out what it must cover.
 */
export function checkSignature(parts: SignedParts, credentials: StoreCredentials, now: number): string {
  const inQuery = new Map(parts.query).get('X-Amz-Algorithm');
  if (inQuery !== undefined) return checkLink(parts, credentials, now);
  const authorization = parts.header('authorization');
  if (authorization === undefined) throw new StoreError('AccessDenied', 'The request is not signed.');
  return checkHeaders(authorization, parts, credentials, now);
}

function checkHeaders(
  authorization: string,
  parts: SignedParts,
  credentials: StoreCredentials,
  now: number,
): string {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, credential, signedNames, signature] = given ?? [];
  if (credential === undefined || signedNames === undefined || signature === undefined) {
    throw new StoreError('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  }
  const amzDate = parts.header('x-amz-date') ?? '';
  if (Math.abs(now - parseAmzDate(amzDate)) > CLOCK_SKEW_MS) {
    throw new StoreError('RequestTimeTooSkewed', 'The time of the request is too far from the time here.');
  }
  const payload = parts.header('x-amz-content-sha256');
  if (payload === undefined) throw new StoreError('InvalidArgument', 'x-amz-content-sha256 is missing.');
  const signedHeaders = signedNames.split(';');
  checkCovered(parts, signedHeaders);
  checkScope(credential, amzDate, credentials);
  const text = stringToSign(parts, signedHeaders, payload, amzDate, credentials.region);
  compareSignature(signature, text, amzDate, credentials);
  return payload;
}

function checkLink(parts: SignedParts, credentials: StoreCredentials, now: number): string {
  const query = new Map(parts.query);
  if (query.size !== parts.query.length || query.get('X-Amz-Algorithm') !== ALGORITHM) {
    throw new StoreError('AuthorizationQueryParametersError', 'The signature in the address is malformed.');
  }
  const amzDate = query.get('X-Amz-Date') ?? '';
  const signedAt = parseAmzDate(amzDate);
  const seconds = Number(query.get('X-Amz-Expires') ?? Number.NaN);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_LINK_SECONDS) {
    throw new StoreError('AuthorizationQueryParametersError', 'X-Amz-Expires must be 1 to 604800 seconds.');
  }
  if (signedAt - now > CLOCK_SKEW_MS) throw new StoreError('AccessDenied', 'The link is not valid yet.');
  if (now > signedAt + seconds * 1000) throw new StoreError('AccessDenied', 'The link has expired.');
  const payload =
    parts.header('x-amz-content-sha256') ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  const signedHeaders = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  checkCovered(parts, signedHeaders);
  checkScope(query.get('X-Amz-Credential') ?? '', amzDate, credentials);
  const text = stringToSign(parts, signedHeaders, payload, amzDate, credentials.region);
  compareSignature(query.get('X-Amz-Signature') ?? '', text, amzDate, credentials);
  return payload;
}

/** A header that steers the store but is not signed could have been slipped in on the way. */
function checkCovered(parts: SignedParts, signedHeaders: readonly string[]): void {
  const steering = parts.headerNames.filter((name) => name.startsWith('x-amz-'));
  const missing = ['host', ...steering].filter((name) => !signedHeaders.includes(name));
  if (missing.length > 0) {
    throw new StoreError('AccessDenied', `There are headers which were not signed: ${missing.join(', ')}.`);
  }
}
