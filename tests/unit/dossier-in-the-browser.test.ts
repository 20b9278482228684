import { beforeEach, expect, test, vi } from 'vitest';
import { formatVerifierKey } from '../../shared/ledger/verifier-key.ts';
import { keepKeys, verifyHere } from '../../web/features/audit/verify-here.ts';
import { chainOf, keysOf, TestLedger, testSigner } from '../support/ledger.ts';

const chain = chainOf('PL-1', 3);
const ours = new TestLedger(chain);
/** A server that was taken over writes another history, under the log's own name. */
const forged = new TestLedger(chainOf('PL-1', 2), testSigner(ours.signer.name, 66));
const linesOf = (...ledgers: readonly TestLedger[]): string =>
  ledgers.flatMap(({ signer }) => keysOf(signer).log.map(formatVerifierKey)).join('\n');

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
});

test('the first keys are kept, and said to be new', async () => {
  const text = await ours.dossier('PL-1');
  expect(verifyHere(text, linesOf(ours))).toMatchObject({ report: { ok: true }, kept: 'first' });
  expect(verifyHere(text, linesOf(ours))).toMatchObject({ report: { ok: true }, kept: 'known' });
});

test('keys that come later do not count, whether alone or beside the kept ones', async () => {
  verifyHere(await ours.dossier('PL-1'), linesOf(ours));
  for (const keys of [linesOf(forged), linesOf(ours, forged)]) {
    expect(verifyHere(await forged.dossier('PL-1'), keys)).toMatchObject({
      report: { ok: false, firstBad: { code: 'unknown-key' } },
      failedAt: 'signed',
      kept: 'other',
    });
  }
  expect(verifyHere(await ours.dossier('PL-1'), linesOf(ours, forged))).toMatchObject({
    report: { ok: true },
    kept: 'known',
  });
});

test('until somebody has compared them and keeps them', async () => {
  verifyHere(await ours.dossier('PL-1'), linesOf(ours));
  keepKeys(linesOf(ours, forged));
  expect(verifyHere(await forged.dossier('PL-1'), linesOf(ours, forged))).toMatchObject({
    report: { ok: true },
    kept: 'known',
  });
});
