import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, byteRange } from './byte-range.ts';
import type { ObjectHead } from './object-file.ts';
import type { ObjectFolder } from './object-folder.ts';
import type { SignedParts } from './signed-parts.ts';
import { StoreError } from './store-error.ts';

/** GET and HEAD of an object, whole or a range of it. */
export async function getObject(
  parts: SignedParts,
  key: string,
  folder: ObjectFolder,
  response: ServerResponse,
): Promise<void> {
  const object = await folder.open(key);
  if (object === undefined) throw new StoreError('NoSuchKey', 'There is no object with this key.');
  const { file, head } = object;
  try {
    checkConditions(parts, head);
    if (parts.header('if-none-match') === `"${head.etag}"`) {
      response.writeHead(304, { etag: `"${head.etag}"` }).end();
      return;
    }
    const range = byteRange(parts.header('range'), head.size);
    response.writeHead(range ? 206 : 200, headersOf(head, range, new Map(parts.query)));
    const { first, last } = range ?? { first: 0, last: head.size - 1 };
    if (parts.method === 'HEAD' || head.size === 0) {
      response.end();
    } else {
      await pipeline(file.createReadStream({ start: first, end: last, autoClose: false }), response);
    }
  } finally {
    await file.close();
  }
}

function checkConditions(parts: SignedParts, head: ObjectHead): void {
  const wanted = parts.header('if-match');
  if (wanted !== undefined && wanted !== '*' && wanted !== `"${head.etag}"`) {
    throw new StoreError('PreconditionFailed', 'The object is another one by now.');
  }
}

/** Headers that a link may set for its answer, e.g. the name under which a browser saves the file. */
const overrides = ['content-type', 'content-disposition', 'cache-control'];

function headersOf(
  head: ObjectHead,
  range: ByteRange | undefined,
  query: ReadonlyMap<string, string>,
): Record<string, string | number> {
  const overridden = overrides.flatMap((name) => {
    const value = query.get(`response-${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    'content-type': head.contentType,
    'content-length': range ? range.last - range.first + 1 : head.size,
    'accept-ranges': 'bytes',
    etag: `"${head.etag}"`,
    'last-modified': new Date(head.lastModified).toUTCString(),
    'x-content-type-options': 'nosniff',
    ...head.headers,
    // The checksum is that of the whole object: with a part of it, the SDK would find it wrong.
    ...(range
      ? { 'content-range': `bytes ${range.first}-${range.last}/${head.size}` }
      : { 'x-amz-checksum-sha256': head.sha256, 'x-amz-checksum-type': 'FULL_OBJECT' }),
    ...Object.fromEntries(overridden),
  };
}
