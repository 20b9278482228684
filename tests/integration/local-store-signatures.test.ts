import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, test } from 'vitest';
import { codeOf, localStore, nameOf } from '../support/local-store.ts';

const store = localStore();

describe('a signature', () => {
  test('made with another secret is refused', async () => {
    store.client = store.clientWith('guessed');
    expect(await nameOf(store.put('x', 'y'))).toBe('SignatureDoesNotMatch');
    expect(await store.files()).toEqual([]);
  });

  test('is needed', async () => {
    await store.put('x', 'y');
    expect(await codeOf(await fetch(`${store.endpoint}/documents/x`))).toBe('AccessDenied');
    expect((await fetch(`${store.endpoint}/documents/x`, { method: 'PUT', body: 'z' })).status).toBe(403);
  });

  test('made too long ago is refused', async () => {
    store.clockOffsetMs = 16 * 60_000;
    expect(await nameOf(store.put('x', 'y'))).toBe('RequestTimeTooSkewed');
  });

  test('does not cover another body, address or method', async () => {
    const url = await getSignedUrl(store.client, new GetObjectCommand({ Bucket: 'documents', Key: 'x' }));
    await store.put('x', 'y');
    await store.put('secret', 's');
    expect(await (await fetch(url)).text()).toBe('y');
    expect(await codeOf(await fetch(url.replace('/x?', '/secret?')))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(url, { method: 'DELETE' }))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(`${url}&response-content-type=text/html`))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(url, { headers: { 'x-amz-meta-a': 'b' } }))).toBe('AccessDenied');
  });

  test('of a body is compared with the body', async () => {
    store.client.middlewareStack.add(
      (next) => (args) => next({ ...args, request: { ...(args.request as object), body: 'swapped' } }),
      {
        step: 'finalizeRequest',
        priority: 'low',
      },
    );
    expect(await nameOf(store.put('x', 'honest!'))).toBe('XAmzContentSHA256Mismatch');
    expect(await store.files()).toEqual([]);
  });

  test('for a link ends when the link expires', async () => {
    await store.put('x', 'y');
    const url = await getSignedUrl(store.client, new GetObjectCommand({ Bucket: 'documents', Key: 'x' }), {
      expiresIn: 60,
    });
    store.clockOffsetMs = 61_000;
    const late = await fetch(url);
    expect([late.status, await codeOf(late)]).toEqual([403, 'AccessDenied']);
    expect(await codeOf(await fetch(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')))).toBe(
      'SignatureDoesNotMatch',
    );
  });

  test('lets a link say under which name the file is saved', async () => {
    await store.put('x', 'y');
    const url = await getSignedUrl(
      store.client,
      new GetObjectCommand({
        Bucket: 'documents',
        Key: 'x',
        ResponseContentDisposition: "attachment; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7.pdf",
      }),
    );
    expect((await fetch(url)).headers.get('content-disposition')).toContain('%E8%90%A5');
  });
});

describe('a checksum', () => {
  test('that differs from what arrived is refused', async () => {
    expect(
      await nameOf(
        store.put('x', 'y', { ChecksumSHA256: createHash('sha256').update('z').digest('base64') }),
      ),
    ).toBe('BadDigest');
    expect(await store.files()).toEqual([]);
  });

  test('in a trailer that differs from what arrived is refused', async () => {
    const wrong = createHash('sha256').update('z').digest('base64');
    store.client.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: Readable };
        const body = Readable.from(
          (async function* () {
            for await (const piece of request.body) {
              yield Buffer.from(
                String(piece).replace(/x-amz-checksum-sha256:.*/, `x-amz-checksum-sha256:${wrong}`),
              );
            }
          })(),
        );
        return next({ ...args, request: { ...request, body } });
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const sent = store.put('x', Readable.from([Buffer.from('y')]), {
      ContentLength: 1,
      ChecksumAlgorithm: 'SHA256',
    });
    expect(await nameOf(sent)).toBe('BadDigest');
    expect(await store.files()).toEqual([]);
  });

  test('of a kind that is not compared here is refused, not ignored', async () => {
    expect(await nameOf(store.put('x', 'y', { ChecksumSHA1: 'AAAA' }))).toBe('NotImplemented');
  });
});
