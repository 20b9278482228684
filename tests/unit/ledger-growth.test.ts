import { expect, test } from 'vitest';
import { signCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { sha256 } from '../../shared/ledger/digest.ts';
import { signKeyChange } from '../../shared/ledger/key-change.ts';
import { proveGrowth } from '../../shared/ledger/log-growth.ts';
import { treeHead } from '../../shared/ledger/log-tail.ts';
import { verifyFile } from '../../shared/ledger/verify-file.ts';
import { chainOf, keysOf, TestLedger, testSigner } from '../support/ledger.ts';

const one = testSigner(undefined, 1);
const two = testSigner(undefined, 2);
const keys = keysOf(one);
const verified = (file: string, held = keys) => verifyFile([new TextEncoder().encode(file)], held);

/** A log of 300 entries, and its checkpoint; then it grows to 700. */
async function grownLog() {
  const ledger = new TestLedger(chainOf('case-a', 300), one);
  const kept = await ledger.checkpoint();
  ledger.seal(chainOf('case-b', 400));
  return { ledger, kept, log: { checkpoint: await ledger.checkpoint(), keyChanges: [], read: ledger.read } };
}

test('a kept checkpoint is proven to hold, and the proof verifies offline', async () => {
  const { kept, log } = await grownLog();
  const { report, file } = await proveGrowth(kept, log, keys, sha256);
  expect(report).toMatchObject({ ok: true });
  expect(report.notes.map(({ en }) => en).join()).toContain('700 entries now, and the first 300');
  expect(await verified(file!)).toEqual(report);
  const same = await proveGrowth(log.checkpoint, log, keys, sha256);
  expect(same.report.notes.map(({ zh }) => zh).join()).toContain('就是账本现在的检查点');
});

test('a log that was rewritten, rolled back or is another one does not hold, and there is no proof of it', async () => {
  const { kept, log, ledger } = await grownLog();
  const other = new TestLedger(chainOf('case-x', 300), one);
  const strange = new TestLedger(chainOf('case-a', 300), testSigner('elsewhere.example', 1));
  const cases = [
    ['forked', await other.checkpoint(), log],
    ['rolled-back', log.checkpoint, { ...log, checkpoint: kept }],
    ['unknown-key', await signCheckpoint(treeHead(ledger.tail), two), log],
    ['unknown-key', await strange.checkpoint(), log],
    ['bad-signature', kept.replace('\n300\n', '\n299\n'), log],
    ['bad-note', 'nonsense\n', log],
    ['bad-note', kept, { ...log, checkpoint: '' }],
    ['tile-missing', kept, { ...log, read: async () => undefined }],
  ] as const;
  for (const [code, older, now] of cases) {
    const { report, file } = await proveGrowth(older, now, keys, sha256);
    expect(report.firstBad?.code, code).toBe(code);
    expect(file).toBeUndefined();
  }
});

test('a proof that was altered, cut short or signed by another does not verify', async () => {
  const { kept, log } = await grownLog();
  const file = (await proveGrowth(kept, log, keys, sha256)).file!;
  const parsed = JSON.parse(file);
  const codeOf = async (text: string, held = keys) => (await verified(text, held)).firstBad?.code;
  expect(await codeOf(file.replace('"proof":["', '"proof":[ "'))).toBe('not-canonical');
  expect(await codeOf(`${file}${file}`)).toBe('after-the-end');
  expect(await codeOf(file, keysOf(two))).toBe('unknown-key');
  const shorter = JSON.stringify({ ...parsed, proof: parsed.proof.slice(1) });
  const members = ['checkpoint', 'kind', 'older', 'proof', 'version'];
  expect(Object.keys(parsed)).toEqual(members);
  expect(await codeOf(shorter)).toBe('forked');
});

test('who kept only the old key goes on over a change of key', async () => {
  const { ledger, kept } = await grownLog();
  const head = treeHead(ledger.tail);
  const change = await signKeyChange(head, one, two);
  ledger.seal(chainOf('case-c', 5));
  const log = {
    checkpoint: await signCheckpoint(treeHead(ledger.tail), two),
    keyChanges: [change],
    read: ledger.read,
  };
  const { report, file } = await proveGrowth(kept, log, keys, sha256);
  expect(report).toMatchObject({ ok: true });
  expect(await verified(file!)).toMatchObject({ ok: true });
  const retired = { ...log, checkpoint: await signCheckpoint(treeHead(ledger.tail), one) };
  expect((await proveGrowth(kept, retired, keys, sha256)).report.firstBad?.code).toBe('key-retired');
});
