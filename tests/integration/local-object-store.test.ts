import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOfPath, pathOfKey } from '../../infra/local/object-store/object-path.ts';
import { localStore, nameOf, portal } from '../support/local-store.ts';

const store = localStore();

describe('objects', () => {
  test('come back as they were sent, with type, headers and checksum', async () => {
    const { ETag } = await store.put('cases/1/licence.pdf', 'hello', {
      ContentType: 'application/pdf',
      ContentDisposition: 'attachment; filename="licence.pdf"',
      Metadata: { slot: 'licence' },
    });
    const head = await store.client.send(
      new HeadObjectCommand({ Bucket: 'documents', Key: 'cases/1/licence.pdf', ChecksumMode: 'ENABLED' }),
    );
    expect(head).toMatchObject({
      ETag,
      ContentType: 'application/pdf',
      ContentLength: 5,
      ContentDisposition: 'attachment; filename="licence.pdf"',
      Metadata: { slot: 'licence' },
      ChecksumSHA256: createHash('sha256').update('hello').digest('base64'),
    });
    expect(await store.read('cases/1/licence.pdf')).toBe('hello');
  });

  test('of unknown length come as chunks with a checksum at the end', async () => {
    const body = Buffer.alloc(300_000, 'ab');
    await store.put(
      'stream',
      Readable.from([body.subarray(0, 1), body.subarray(1, 70_000), body.subarray(70_000)]),
      {
        ContentLength: body.length,
        ChecksumAlgorithm: 'SHA256',
      },
    );
    expect(await store.read('stream')).toBe(body.toString());
  });

  test('survive a restart', async () => {
    await store.put('kept', 'still here');
    await store.restart();
    expect(await store.read('kept')).toBe('still here');
  });

  test('can be empty, replaced and deleted', async () => {
    await store.put('a', '');
    expect(await store.read('a')).toBe('');
    await store.put('a', 'new');
    expect(await store.read('a')).toBe('new');
    await store.client.send(new DeleteObjectCommand({ Bucket: 'documents', Key: 'a' }));
    expect(await nameOf(store.read('a'))).toBe('NoSuchKey');
    expect(await nameOf(store.read('a', 'elsewhere'))).toBe('NoSuchBucket');
  });

  test('are read in part', async () => {
    await store.put('digits', '0123456789');
    const range = async (Range: string) => {
      const { Body, ContentRange } = await store.client.send(
        new GetObjectCommand({ Bucket: 'documents', Key: 'digits', Range }),
      );
      return [await Body?.transformToString(), ContentRange];
    };
    expect(await range('bytes=2-4')).toEqual(['234', 'bytes 2-4/10']);
    expect(await range('bytes=7-')).toEqual(['789', 'bytes 7-9/10']);
    expect(await range('bytes=-2')).toEqual(['89', 'bytes 8-9/10']);
    expect(await nameOf(range('bytes=10-'))).toBe('InvalidRange');
  });

  test('written with If-None-Match appear once, however many write at the same time', async () => {
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((body) => nameOf(store.put('once', body, { IfNoneMatch: '*' }))),
    );
    expect(outcomes.sort()).toEqual([
      'PreconditionFailed',
      'PreconditionFailed',
      'PreconditionFailed',
      'accepted',
    ]);
  });

  test('of a locked bucket can be neither replaced nor deleted', async () => {
    const ledger = (Body: string) =>
      store.client.send(new PutObjectCommand({ Bucket: 'ledger', Key: 'tile/0/000', Body }));
    await ledger('sealed');
    expect(await nameOf(ledger('forged'))).toBe('AccessDenied');
    const removal = store.client.send(new DeleteObjectCommand({ Bucket: 'ledger', Key: 'tile/0/000' }));
    expect(await nameOf(removal)).toBe('AccessDenied');
    expect(await store.read('tile/0/000', 'ledger')).toBe('sealed');
  });
});

describe('listing', () => {
  test('goes page by page in the order of bytes', async () => {
    const keys = ['a/1', 'a/2', 'a-b', 'B', '中/文', 'z'];
    await Promise.all(keys.map((key) => store.put(key, key)));
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await store.client.send(
        new ListObjectsV2Command({ Bucket: 'documents', MaxKeys: 2, ContinuationToken }),
      );
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(seen).toEqual(['B', 'a-b', 'a/1', 'a/2', 'z', '中/文']);
  });

  test('narrows to a prefix and groups by a delimiter', async () => {
    await Promise.all(['c/1/a', 'c/1/b', 'c/2/a', 'c/x', 'd'].map((key) => store.put(key, '')));
    const page = await store.client.send(
      new ListObjectsV2Command({ Bucket: 'documents', Prefix: 'c/', Delimiter: '/' }),
    );
    expect(page.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['c/1/', 'c/2/']);
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(['c/x']);
  });
});

describe('keys', () => {
  test('cannot leave their folder', async () => {
    const tricks = [
      '../outside',
      '..',
      '/etc/passwd',
      'a/../../b',
      '.incoming/x',
      'con\u0000nul',
      'a\\..\\b',
      'x.object',
    ];
    for (const key of tricks) {
      await store.put(key, key);
      expect(await store.read(key)).toBe(key);
    }
    expect((await readdir(store.folder)).sort()).toEqual(['.incoming', 'documents']);
    expect(
      await readdir(join(store.folder, '..')).then((names) => names.filter((n) => n.startsWith('outside'))),
    ).toEqual([]);
  });

  test('are found again whatever they are made of, and never meet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (key) => {
        const path = pathOfKey(key);
        expect(path).toMatch(/^[a-z0-9_%./-]+$/);
        expect(path.split('/')).not.toContain('..');
        expect(keyOfPath(path)).toBe(key);
      }),
    );
  });

  test('that are too long are refused', async () => {
    expect(await nameOf(store.put('x'.repeat(300), ''))).toBe('KeyTooLongError');
  });
});

describe('web pages', () => {
  const preflight = (origin: string) =>
    fetch(`${store.endpoint}/documents`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  test('of the portal may upload', async () => {
    expect((await preflight(portal)).headers.get('access-control-allow-origin')).toBe(portal);
  });

  test('of anyone else may not', async () => {
    const answer = await preflight('https://elsewhere.example');
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});
