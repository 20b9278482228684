import { unwrapChunks } from './aws-chunked.ts';
import { compareChecksums, type Digests } from './checksums.ts';
import { readUploadForm } from './form-data.ts';
import type { ObjectHead } from './object-file.ts';
import type { ObjectFolder } from './object-folder.ts';
import { checkPolicy } from './post-policy.ts';
import type { SignedParts, StoreCredentials } from './signed-parts.ts';
import { StoreError } from './store-error.ts';

/** Where an object goes, and what the bucket allows. */
export type Target = {
  readonly bucket: string;
  readonly folder: ObjectFolder;
  /** Objects are written once and for all. */
  readonly locked: boolean;
  readonly maxBytes: number;
  /** Epoch milliseconds. */
  readonly now: number;
};

const CHUNKED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
const DEFAULT_TYPE = 'binary/octet-stream';

/**
 * PUT of an object in one piece.
 * @param payload what the signature says of the body (see checkSignature).
 */
export async function putObject(
  bytes: AsyncIterable<Buffer>,
  parts: SignedParts,
  key: string,
  payload: string,
  target: Target,
): Promise<ObjectHead> {
  const stated = statedIn(parts);
  refuseUnsupported(stated.keys());
  if (payload.startsWith('STREAMING-') && payload !== CHUNKED) {
    throw new StoreError('NotImplemented', `The body form ${payload} is not known here.`);
  }
  const chunked = payload === CHUNKED ? unwrapChunks(bytes) : undefined;
  const announced = stated.get(chunked ? 'x-amz-decoded-content-length' : 'content-length');
  return place(target, {
    key,
    body: chunked?.body ?? bytes,
    contentType: stated.get('content-type') ?? DEFAULT_TYPE,
    headers: headersToKeep(stated),
    maxBytes: target.maxBytes,
    onlyIfAbsent: ifAbsent(stated.get('if-none-match')),
    accept: (digests) => {
      if (announced !== undefined && Number(announced) !== digests.size) {
        throw new StoreError('IncompleteBody', 'The body is shorter or longer than announced.');
      }
      if (/^[0-9a-f]{64}$/.test(payload) && payload !== digests.sha256.toString('hex')) {
        throw new StoreError('XAmzContentSHA256Mismatch', 'The body is not the one that was signed.');
      }
      compareChecksums(new Map([...stated, ...trailersOf(chunked, stated)]), digests);
    },
  });
}

/** POST of a form whose policy was signed in advance: how a browser uploads. */
export async function postObject(
  bytes: AsyncIterable<Buffer>,
  parts: SignedParts,
  credentials: StoreCredentials,
  target: Target,
): Promise<{ readonly key: string; readonly head: ObjectHead; readonly answer: number }> {
  const form = await readUploadForm(bytes, parts.header('content-type'));
  const fields = new Map([...form.fields, ['bucket', target.bucket]]);
  const size = checkPolicy(fields, credentials, target.now);
  refuseUnsupported(fields.keys());
  const key = (fields.get('key') ?? '').replaceAll('${' + 'filename}', () => form.fileName);
  if (key === '') throw new StoreError('InvalidArgument', 'The form has no key.');
  const head = await place(target, {
    key,
    body: form.file,
    contentType: fields.get('content-type') ?? DEFAULT_TYPE,
    headers: headersToKeep(fields),
    maxBytes: Math.min(size.max, target.maxBytes),
    onlyIfAbsent: false,
    accept: (digests: Digests) => {
      if (digests.size < size.min)
        throw new StoreError('EntityTooSmall', 'The file is smaller than allowed.');
      compareChecksums(fields, digests);
    },
  });
  const answer = Number(fields.get('success_action_status') ?? 204);
  return { key, head, answer: [200, 201, 204].includes(answer) ? answer : 204 };
}

async function place(target: Target, object: Parameters<ObjectFolder['put']>[0]): Promise<ObjectHead> {
  const lastModified = new Date(target.now).toISOString();
  if (!target.locked || object.onlyIfAbsent) return target.folder.put(object, lastModified);
  return target.folder.put({ ...object, onlyIfAbsent: true }, lastModified).catch((error: unknown) => {
    if (!(error instanceof StoreError && error.code === 'PreconditionFailed')) throw error;
    throw new StoreError('AccessDenied', 'The object is locked: it cannot be replaced.');
  });
}

/** What the sender states in headers, or, in a link, in the query in their place. */
const statedIn = (parts: SignedParts): ReadonlyMap<string, string> =>
  new Map([
    ...parts.query.map(([name, value]) => [name.toLowerCase(), value] as const),
    ...parts.headerNames.map((name) => [name, parts.header(name) ?? ''] as const),
  ]);

/** @throws StoreError when the checksum that was promised for the end of the body did not come. */
function trailersOf(
  chunked: ReturnType<typeof unwrapChunks> | undefined,
  stated: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const promised = stated.get('x-amz-trailer');
  if (chunked === undefined || promised === undefined) return new Map();
  const value = chunked.trailers.get(promised.toLowerCase());
  if (value === undefined) throw new StoreError('IncompleteBody', `The trailer ${promised} is missing.`);
  return new Map([[promised.toLowerCase(), value]]);
}

const headersToKeep = (stated: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    [...stated].filter(
      ([name]) =>
        name === 'content-disposition' || name === 'cache-control' || name.startsWith('x-amz-meta-'),
    ),
  );

/** Better a plain refusal than to look as if these had been obeyed. */
const unsupported = ['x-amz-copy-source', 'x-amz-tagging', 'x-amz-acl', 'acl', 'tagging', 'if-match'];

function refuseUnsupported(names: Iterable<string>): void {
  const found = [...names].find((name) => unsupported.includes(name));
  if (found !== undefined) throw new StoreError('NotImplemented', `${found} is not supported here.`);
}

function ifAbsent(header: string | undefined): boolean {
  if (header === undefined || header === '*') return header === '*';
  throw new StoreError('NotImplemented', 'If-None-Match takes only * here.');
}
