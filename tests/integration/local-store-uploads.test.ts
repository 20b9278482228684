import { connect } from 'node:net';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { describe, expect, test } from 'vitest';
import { codeOf, localStore } from '../support/local-store.ts';

const store = localStore();

describe('an upload form', () => {
  const Key = 'cases/1/licence';
  const type = 'application/pdf';
  type Change = { [field: string]: string };

  const upload = async (
    file: string | Blob,
    change: Change = {},
    policy: { seconds?: number; max?: number } = {},
  ): Promise<[number, string | undefined]> => {
    const { url, fields } = await createPresignedPost(store.client, {
      Bucket: 'documents',
      Key,
      Fields: { 'Content-Type': type, 'x-amz-meta-slot': 'licence' },
      Conditions: [['content-length-range', 1, policy.max ?? 100]],
      Expires: policy.seconds ?? 60,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...change })) form.append(name, value);
    form.append('file', typeof file === 'string' ? new Blob([file]) : file, 'a.pdf');
    const response = await fetch(url, { method: 'POST', body: form });
    return [response.status, await codeOf(response)];
  };

  test('as it was signed is stored', async () => {
    expect(await upload('%PDF-1.7 content')).toEqual([204, undefined]);
    expect(await store.read(Key)).toBe('%PDF-1.7 content');
    const head = await store.client.send(new HeadObjectCommand({ Bucket: 'documents', Key }));
    expect(head).toMatchObject({ ContentType: type, Metadata: { slot: 'licence' } });
  });

  test('keeps a file that holds line ends and dashes, byte for byte', async () => {
    const awkward = `\r\n--\r\n----------------------------${'\r'.repeat(50)}\n--`;
    expect(await upload(awkward)).toEqual([204, undefined]);
    expect(await store.read(Key)).toBe(awkward);
  });

  test.each<[string, string | Blob, Change, { seconds?: number; max?: number }, [number, string]]>([
    ['larger than allowed', 'x'.repeat(101), {}, {}, [400, 'EntityTooLarge']],
    ['far larger than allowed', new Blob([Buffer.alloc(3_000_000)]), {}, {}, [400, 'EntityTooLarge']],
    [
      'larger than the store takes',
      new Blob([Buffer.alloc(2_500_000)]),
      {},
      { max: 10_000_000 },
      [400, 'EntityTooLarge'],
    ],
    ['empty', '', {}, {}, [400, 'EntityTooSmall']],
    ['of another type', 'x', { 'Content-Type': 'text/html' }, {}, [403, 'AccessDenied']],
    ['for another key', 'x', { key: 'cases/2/licence' }, {}, [403, 'AccessDenied']],
    ['with a field nobody signed', 'x', { 'x-amz-meta-more': '1' }, {}, [403, 'AccessDenied']],
    ['with other metadata', 'x', { 'x-amz-meta-slot': 'id' }, {}, [403, 'AccessDenied']],
    [
      'with a forged signature',
      'x',
      { 'X-Amz-Signature': '0'.repeat(64) },
      {},
      [403, 'SignatureDoesNotMatch'],
    ],
    [
      'under another key id',
      'x',
      { 'X-Amz-Credential': 'OTHER/20261123/local/s3/aws4_request' },
      {},
      [403, 'InvalidAccessKeyId'],
    ],
    ['without a policy', 'x', { Policy: '' }, {}, [403, 'SignatureDoesNotMatch']],
    [
      'with a policy of its own',
      'x',
      { Policy: btoa(JSON.stringify({ expiration: '2099-01-01T00:00:00Z', conditions: [] })) },
      {},
      [403, 'SignatureDoesNotMatch'],
    ],
  ])('%s', async (_, file, change, policy, expected) => {
    expect(await upload(file, change, policy)).toEqual(expected);
    expect(await store.files()).toEqual([]);
  });

  test('that comes too late is refused', async () => {
    store.clockOffsetMs = 61_000;
    expect(await upload('x')).toEqual([403, 'AccessDenied']);
    expect(await store.files()).toEqual([]);
  });

  test('cut off on the way leaves nothing behind', async () => {
    const { fields } = await createPresignedPost(store.client, {
      Bucket: 'documents',
      Key,
      Conditions: [['content-length-range', 1, 5000]],
    });
    const parts = Object.entries(fields).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const body = `${parts.join('')}--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf of`;
    const answer = await fetch(`${store.endpoint}/documents`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(await codeOf(answer)).toBe('MalformedPOSTRequest');

    const socket = connect(Number(new URL(store.endpoint).port), '127.0.0.1');
    socket.write(
      `POST /documents HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 4000\r\n\r\n${body}`,
    );
    await expect.poll(store.files).toHaveLength(1);
    socket.destroy();
    await expect.poll(store.files).toEqual([]);
  });

  test('is good for its own bucket only', async () => {
    const { url, fields } = await createPresignedPost(store.client, { Bucket: 'documents', Key });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob(['x']));
    const answer = await fetch(url.replace('/documents', '/ledger'), { method: 'POST', body: form });
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'AccessDenied']);
  });
});
