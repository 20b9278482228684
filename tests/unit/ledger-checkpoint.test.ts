import { describe, expect, test } from 'vitest';
import {
  checkGrowth,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from '../../shared/ledger/checkpoint.ts';
import { leafHash, treeHash } from '../../shared/ledger/merkle-hash.ts';
import { consistencySpans } from '../../shared/ledger/merkle-shape.ts';
import { signNote } from '../../shared/ledger/signed-note.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';
import { testSigner } from '../support/ledger.ts';

const signer = testSigner();
const keys = [verifierKey(signer.name, signer.publicKey)];
const leaves = Array.from({ length: 20 }, (_, at) => leafHash(Uint8Array.of(at)));
const at = (size: number, origin = signer.name) => ({ origin, size, root: treeHash(leaves.slice(0, size)) });
const prove = (older: number, newer: number) =>
  consistencySpans(older, newer).map(({ begin, end }) => treeHash(leaves.slice(begin, end)));

describe('a checkpoint', () => {
  test.each([0, 1, 20])('of %d entries reads back as signed', async (size) => {
    expect(openCheckpoint(await signCheckpoint(at(size), signer), keys)).toEqual({
      ok: true,
      value: at(size),
    });
  });

  test('is a note of three lines: origin, size and root', async () => {
    const note = await signCheckpoint(at(0), signer);
    expect(note.split('\n').slice(0, 4)).toEqual([
      'ledger.example/county',
      '0',
      '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      '',
    ]);
  });

  test('reads the example of the specification', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    expect(parseCheckpoint(text)).toMatchObject({
      ok: true,
      value: { origin: 'example.com/behind-the-sofa', size: 20_852_163 },
    });
    expect(parseCheckpoint(`${text}extension\n`)).toMatchObject({ ok: true });
  });

  const root = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
  test.each([
    ['', 'origin'],
    [`\n1\n${root}\n`, 'origin'],
    [`log\n1\n${root}`, 'origin'],
    [`log\n01\n${root}\n`, 'size'],
    [`log\n-1\n${root}\n`, 'size'],
    [`log\n\n${root}\n`, 'size'],
    [`log\n99999999999999999999\n${root}\n`, 'size'],
    ['log\n1\nAAAA\n', 'root'],
    [`log\n1\n${root.replace('U=', 'V=')}\n`, 'root'],
    [`log\n1\n${root}\n\n`, 'extension'],
  ])('is malformed as %j', (text, where) => {
    expect(parseCheckpoint(text)).toMatchObject({
      ok: false,
      fault: { code: 'bad-checkpoint', reason: { en: expect.stringContaining(where) } },
    });
  });

  test('of another log is not ours, though our key signed it', async () => {
    const foreign = await signNote(`elsewhere.example\n0\n${root}\n`, signer);
    expect(openCheckpoint(foreign, keys)).toMatchObject({ ok: false, fault: { code: 'other-log' } });
  });
});

describe('growth between two checkpoints', () => {
  test('is sound when entries were only added', () => {
    expect(checkGrowth(at(7), at(20), prove(7, 20))).toBeUndefined();
    expect(checkGrowth(at(7), at(7), [])).toBeUndefined();
    expect(checkGrowth(at(0), at(7), [])).toBeUndefined();
  });

  test('tells a log that was rolled back', () => {
    expect(checkGrowth(at(20), at(7), [])).toMatchObject({ code: 'rolled-back' });
  });

  test('tells a log whose history was rewritten', () => {
    const rewritten = { ...at(7), root: treeHash(leaves.slice(1, 8)) };
    expect(checkGrowth(rewritten, at(20), prove(7, 20))).toMatchObject({ code: 'forked' });
    expect(checkGrowth(rewritten, at(7), [])).toMatchObject({ code: 'forked' });
    expect(checkGrowth(at(7), at(20), [])).toMatchObject({ code: 'forked' });
  });

  test('tells another log', () => {
    expect(checkGrowth(at(7), at(20, 'elsewhere.example'), prove(7, 20))).toMatchObject({
      code: 'other-log',
    });
  });
});
