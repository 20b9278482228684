import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { systemErrorCode } from '../start-problem.ts';
import { allowCrossOrigin } from './cross-origin.ts';
import { listObjects } from './list-objects.ts';
import { ObjectFolder } from './object-folder.ts';
import { getObject } from './read-object.ts';
import { bodyOf, type RequestBody } from './request-body.ts';
import type { SignedParts, StoreCredentials } from './signed-parts.ts';
import { checkSignature, readRequest } from './signed-request.ts';
import { StoreError } from './store-error.ts';
import { postObject, putObject, type Target } from './write-object.ts';
import { document, element } from './xml.ts';

export type Bucket = {
  readonly name: string;
  /** As under S3 Object Lock: what is written stays as it is, and stays. */
  readonly locked: boolean;
};

export type ObjectStoreOptions = {
  readonly folder: string;
  readonly buckets: readonly Bucket[];
  readonly credentials: StoreCredentials;
  /** Web pages that may upload and download. */
  readonly allowsOrigin: (origin: string) => boolean;
  /** Of any single object. */
  readonly maxBytes?: number;
  /** Epoch milliseconds; signatures and links are made by the machine's clock, so this is for tests only. */
  readonly now?: () => number;
};

export type ObjectStore = {
  /** Answers one request with a path-style address, `/bucket/key`. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

const DEFAULT_MAX_BYTES = 100_000_000;
/** Parts of S3 that are addressed by a query name, and are not here. */
const subresources = [
  'acl',
  'tagging',
  'versioning',
  'versions',
  'uploads',
  'uploadId',
  'policy',
  'versionId',
];

/** A small S3: objects as files, every request checked as S3 checks it. */
export async function openObjectStore(options: ObjectStoreOptions): Promise<ObjectStore> {
  const { credentials, maxBytes = DEFAULT_MAX_BYTES, now = Date.now } = options;
  const incoming = join(options.folder, '.incoming');
  // What an earlier run did not finish was never acknowledged.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const buckets = new Map(
    options.buckets.map(({ name, locked }) => [
      name,
      { locked, folder: new ObjectFolder(join(options.folder, name), incoming) },
    ]),
  );

  const targetOf = (name: string): Target => {
    const bucket = buckets.get(name);
    if (bucket === undefined) throw new StoreError('NoSuchBucket', 'There is no bucket of this name.');
    return { bucket: name, ...bucket, maxBytes, now: now() };
  };

  const answer = async (
    request: IncomingMessage,
    body: RequestBody,
    response: ServerResponse,
  ): Promise<void> => {
    const parts = readRequest(request);
    const [, bucketName = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(parts.path) ?? [];
    if (request.method === 'POST' && key === '') {
      return answerUpload(
        await postObject(body, parts, credentials, targetOf(bucketName)),
        bucketName,
        response,
      );
    }
    const payload = checkSignature(parts, credentials, now());
    const target = targetOf(bucketName);
    refuseSubresources(parts);
    if (key === '') return answerBucket(parts, target, response);
    switch (parts.method) {
      case 'GET':
      case 'HEAD':
        return getObject(parts, key, target.folder, response);
      case 'PUT': {
        const head = await putObject(body, parts, key, payload, target);
        response.writeHead(200, { etag: `"${head.etag}"`, 'x-amz-checksum-sha256': head.sha256 }).end();
        return;
      }
      case 'DELETE':
        if (target.locked)
          throw new StoreError('AccessDenied', 'The object is locked: it cannot be deleted.');
        await target.folder.remove(key);
        response.writeHead(204).end();
        return;
      default:
        throw new StoreError('MethodNotAllowed', 'This method is not allowed here.');
    }
  };

  return {
    handle: async (request, response) => {
      const body = bodyOf(request);
      try {
        if (allowCrossOrigin(request, response, options.allowsOrigin) === 'preflight') return;
        await answer(request, body, response);
      } catch (error) {
        refuse(error, request, response);
      }
      // Also fails when the sender is gone, who then needs no answer.
      await body.drain().catch(() => undefined);
    },
  };
}

async function answerBucket(parts: SignedParts, target: Target, response: ServerResponse): Promise<void> {
  if (parts.method === 'HEAD') {
    response.writeHead(200).end();
    return;
  }
  const query = new Map(parts.query);
  if (parts.method !== 'GET') throw new StoreError('MethodNotAllowed', 'This method is not allowed here.');
  if (query.get('list-type') !== '2') {
    throw new StoreError('NotImplemented', 'Only the second version of listing is supported.');
  }
  const page = await listObjects(target.bucket, target.folder, query);
  response.writeHead(200, { 'content-type': 'application/xml' }).end(page);
}

function answerUpload(
  { key, head, answer }: Awaited<ReturnType<typeof postObject>>,
  bucket: string,
  response: ServerResponse,
): void {
  response.writeHead(answer, { etag: `"${head.etag}"`, 'content-type': 'application/xml' });
  if (answer !== 201) {
    response.end();
    return;
  }
  response.end(
    document(
      element('PostResponse', [
        element('Bucket', bucket),
        element('Key', key),
        element('ETag', `"${head.etag}"`),
      ]),
    ),
  );
}

function refuseSubresources(parts: SignedParts): void {
  const found = parts.query.find(([name]) => subresources.includes(name));
  if (found) throw new StoreError('NotImplemented', `?${found[0]} is not supported here.`);
}

function refuse(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || request.socket.destroyed) {
    response.destroy();
    return;
  }
  const known = error instanceof StoreError ? error : unexpected(error);
  response.writeHead(known.status, { 'content-type': 'application/xml' });
  response.end(
    request.method === 'HEAD'
      ? undefined
      : document(element('Error', [element('Code', known.code), element('Message', known.message)])),
  );
}

const unexpected = (error: unknown): StoreError =>
  systemErrorCode(error) === 'ENOSPC'
    ? new StoreError('ServiceUnavailable', 'The disk is full.')
    : new StoreError('InternalError', 'Something went wrong here.');
