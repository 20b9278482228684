import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SignedParts, StoreCredentials } from './signed-parts.ts';
import { StoreError } from './store-error.ts';

export const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * The scope a signature was made for: `key/20261123/region/s3/aws4_request`.
 * @throws StoreError unless it names our key, our region and the day of `amzDate`.
 */
export function checkScope(credential: string, amzDate: string, credentials: StoreCredentials): void {
  const [accessKeyId, ...scope] = credential.split('/');
  if (accessKeyId !== credentials.accessKeyId) {
    throw new StoreError('InvalidAccessKeyId', 'The access key is not known here.');
  }
  const expected = [amzDate.slice(0, 8), credentials.region, 's3', 'aws4_request'];
  if (scope.join('/') !== expected.join('/')) {
    throw new StoreError(
      'AuthorizationHeaderMalformed',
      `The credential scope must be ${expected.join('/')}.`,
    );
  }
}

/** Signs as AWS does: a key derived for day, region and service, over any text. */
function sign(text: string, day: string, { secretAccessKey, region }: StoreCredentials): string {
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (derived, part) => createHmac('sha256', derived).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

/** @throws StoreError when the signature over `text` is another one; takes the same time either way. */
export function compareSignature(
  given: string,
  text: string,
  amzDate: string,
  credentials: StoreCredentials,
): void {
  const expected = Buffer.from(sign(text, amzDate.slice(0, 8), credentials));
  const actual = Buffer.from(given);
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new StoreError('SignatureDoesNotMatch', 'The signature does not match what was sent.');
  }
}

/**
 * The text that a request's signature covers.
 * Source: "Authenticating requests (AWS Signature Version 4)" in the Amazon S3 API reference.
 */
export function stringToSign(
  { method, path, query, header }: SignedParts,
  signedHeaders: readonly string[],
  payloadHash: string,
  amzDate: string,
  region: string,
): string {
  const canonicalQuery = query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encodeStrictly(name), encodeStrictly(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const canonicalHeaders = signedHeaders.map(
    (name) => `${name}:${(header(name) ?? '').trim().replaceAll(/\s+/g, ' ')}\n`,
  );
  const canonicalRequest = [
    method,
    path.split('/').map(encodeStrictly).join('/'),
    canonicalQuery,
    canonicalHeaders.join(''),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
  const digest = createHash('sha256').update(canonicalRequest).digest('hex');
  return [ALGORITHM, amzDate, `${amzDate.slice(0, 8)}/${region}/s3/aws4_request`, digest].join('\n');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Percent-encodes all but unreserved characters; `encodeURIComponent` leaves `!'()*` as they are. */
const encodeStrictly = (value: string): string =>
  encodeURIComponent(value).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * `20261123T010203Z` as epoch milliseconds.
 * @throws StoreError when it is no such time.
 */
export function parseAmzDate(amzDate: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate);
  const at = parts
    ? Date.parse(amzDate.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
    : Number.NaN;
  if (Number.isNaN(at)) throw new StoreError('AccessDenied', 'The request has no valid date.');
  return at;
}
