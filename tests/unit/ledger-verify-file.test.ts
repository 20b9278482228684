import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LinesDigest, linesOf, NoLines } from '../../shared/ledger/lines.ts';
import vectors from '../../shared/ledger/test-vectors.json' with { type: 'json' };
import { parseVerifierKey } from '../../shared/ledger/verifier-key.ts';
import { verifyFile } from '../../shared/ledger/verify-file.ts';
import { chainOf, interleaved, keysOf, TestLedger, testSigner } from '../support/ledger.ts';
import { unsoundFiles, vectorLedger } from '../support/ledger-vectors.ts';

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
const linesIn = async (bytes: readonly Uint8Array[]) => {
  const found: string[] = [];
  for await (const line of linesOf(bytes)) found.push(line);
  return found;
};
const lines = (text: string) => linesIn(pieces(text));

describe('the files of the vectors', () => {
  test.each([
    ['dossier', 3],
    ['periodExport', 4],
    ['filteredExport', 2],
    ['collection', 5],
  ] as const)('%s: verified', async (name, checked) => {
    expect(await verifyFile(pieces(files[name]), keys)).toMatchObject({ ok: true, checked });
  });

  test('come out the same when they are issued again', async () => {
    const { dossier, periodExport, filteredExport, collection } = await vectorLedger();
    const { key: _key, ...issued } = files;
    expect({ dossier, periodExport, filteredExport, collection }).toEqual(issued);
    expect(await unsoundFiles()).toEqual(vectors.unsound);
  });

  test.each(vectors.unsound)('$name: refused as $fault', async ({ file, fault }) => {
    expect(await verifyFile(pieces(file, 1000), keys)).toMatchObject({
      ok: false,
      firstBad: { code: fault },
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

describe('a file is refused, and nothing in it is mended, when', () => {
  test('its text is not UTF-8, though a lenient reader would see the same', async () => {
    const vague = '一\ufffd行\n';
    const bytes = [...new TextEncoder().encode(vague)];
    const at = bytes.indexOf(0xef);
    expect(await linesIn([Uint8Array.from(bytes)])).toEqual(['一\ufffd行']);
    const cut = Uint8Array.from(bytes.toSpliced(at, 3, 0xff));
    expect(new TextDecoder().decode(cut)).toBe(vague);
    await expect(linesIn([cut])).rejects.toThrow(NoLines);
    const dossier = [...new TextEncoder().encode(files.dossier)];
    expect(await verifyFile([Uint8Array.from(dossier.with(-3, 0xff))], keys)).toMatchObject({
      firstBad: { code: 'malformed' },
    });
  });

  test('it is one endless line', async () => {
    let given = 0;
    function* endless() {
      const piece = new Uint8Array(2 ** 20).fill(0x5b);
      for (; given < 1000; given += 1) yield piece;
    }
    expect(await verifyFile(endless(), keys)).toMatchObject({ firstBad: { code: 'line-too-long' } });
    expect(given).toBeLessThan(70);
  });

  test('it is nested without end', async () => {
    const deep = `{"kind":"case-dossier","events":${'['.repeat(200_000)}${']'.repeat(200_000)}}\n`;
    expect(await verifyFile(pieces(deep, 2 ** 16), keys)).toMatchObject({ firstBad: { code: 'malformed' } });
  });
});

describe('a collection', () => {
  const ledger = new TestLedger(interleaved(['PL-1', 'PL-2'].map((caseId) => chainOf(caseId, 2))));
  const elsewhere = new TestLedger(chainOf('PL-3', 2), testSigner('ledger.example/elsewhere', 9));
  const trusted = {
    log: [...keysOf(ledger.signer).log, ...keysOf(elsewhere.signer).log],
    issuer: [...keysOf(ledger.signer).log, ...keysOf(elsewhere.signer).log],
  };
  const verified = async (dossiers: readonly string[]) =>
    verifyFile(pieces(await ledger.collection(dossiers), 2 ** 16), trusted);

  test('holds each case once, of its own log', async () => {
    const [one, two, other] = [
      await ledger.dossier('PL-1'),
      await ledger.dossier('PL-2'),
      await elsewhere.dossier('PL-3'),
    ];
    expect(await verified([one, two])).toMatchObject({ ok: true, checked: 4 });
    expect(await verified([one, two, one])).toMatchObject({
      firstBad: { code: 'case-repeated', caseId: 'PL-1', row: 3 },
    });
    expect(await verified([one, other])).toMatchObject({ firstBad: { code: 'other-log', row: 2 } });
    expect(await verified([])).toMatchObject({ firstBad: { code: 'no-events' } });
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
