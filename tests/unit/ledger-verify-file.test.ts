import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LinesDigest, linesOf } from '../../shared/ledger/lines.ts';
import vectors from '../../shared/ledger/test-vectors.json' with { type: 'json' };
import { parseVerifierKey } from '../../shared/ledger/verifier-key.ts';
import { verifyFile } from '../../shared/ledger/verify-file.ts';
import { vectorLedger } from '../support/ledger-vectors.ts';

const { files } = vectors;
const key = parseVerifierKey(files.key);
const known = key.ok ? [key.value] : [];
const keys = { log: known, issuer: known };
/** The bytes in pieces of a few, as a stream may bring them. */
const pieces = (text: string, size = 7) => {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.slice(at * size, (at + 1) * size),
  );
};
const lines = async (text: string) => {
  const found: string[] = [];
  for await (const line of linesOf(pieces(text))) found.push(line);
  return found;
};

describe('the files of the vectors', () => {
  test.each([
    ['dossier', 3],
    ['periodExport', 4],
    ['filteredExport', 2],
  ] as const)('%s: verified', async (name, checked) => {
    expect(await verifyFile(pieces(files[name]), keys)).toMatchObject({ ok: true, checked });
  });

  test('come out the same when they are issued again', async () => {
    const { dossier, periodExport, filteredExport } = await vectorLedger();
    expect({ dossier, periodExport, filteredExport }).toEqual({
      dossier: files.dossier,
      periodExport: files.periodExport,
      filteredExport: files.filteredExport,
    });
  });
});

describe('a file is refused when', () => {
  test.each([
    ['it is empty', '', 'empty'],
    ['it has only empty lines', '\n\n', 'empty'],
    ['it is no file of ours', '{"hello":1}\n', 'unknown-kind'],
    ['it is not JSON', 'date,amount\n', 'unknown-kind'],
    ['it begins with a byte order mark', `\ufeff${files.dossier}`, 'unknown-kind'],
    ['a second dossier follows the first', files.dossier + files.dossier, 'after-the-end'],
    ['an empty line follows', `${files.dossier}\n`, 'after-the-end'],
  ])('%s', async (_name, text, code) => {
    expect(await verifyFile(pieces(text), keys)).toMatchObject({ ok: false, firstBad: { code } });
  });
});

describe('lines', () => {
  test('are the same however the bytes come', async () => {
    expect(await lines('一行\n\n三行\n')).toEqual(['一行', '', '三行']);
    expect(await lines('未完')).toEqual(['未完']);
    expect(await lines('')).toEqual([]);
  });

  test('have the digest that any tool gives for the file', () => {
    const digest = new LinesDigest();
    for (const line of ['一行', '', '三行']) digest.add(line);
    expect(digest.digest()).toBe(createHash('sha256').update('一行\n\n三行\n').digest('hex'));
  });
});
