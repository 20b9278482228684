import { describe, expect, test } from 'vitest';
import { openCheckpoint, signCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { followKeyChanges, signKeyChange } from '../../shared/ledger/key-change.ts';
import { treeHash } from '../../shared/ledger/merkle-hash.ts';
import { signNote } from '../../shared/ledger/signed-note.ts';
import vectors from '../../shared/ledger/test-vectors.json' with { type: 'json' };
import { keyChangeLine, parseTrustedKeys, withKeyChanges } from '../../shared/ledger/trusted-keys.ts';
import { formatVerifierKey, parseVerifierKey } from '../../shared/ledger/verifier-key.ts';
import { verifyDossier } from '../../shared/ledger/verify-dossier.ts';
import {
  forger,
  head,
  keyChanges,
  keyChangeVectors,
  keyOf,
  one,
  otherHead,
  three,
  two,
} from '../support/key-change-vectors.ts';
import { chainOf, keysOf, TestLedger, testSigner } from '../support/ledger.ts';

const changes = await keyChanges();
const allKeys = [one, two, three].map(keyOf);

const followed = (trusted: readonly (typeof one)[], notes: readonly string[] = changes) => {
  const keys = followKeyChanges(trusted.map(keyOf), notes);
  if (!keys.ok) throw new Error(keys.fault.code);
  return keys.value;
};
const faultOf = async (notes: readonly string[], trusted: readonly (typeof one)[] = [one]) => {
  const keys = followKeyChanges(trusted.map(keyOf), notes);
  return keys.ok ? 'sound' : keys.fault.code;
};

describe('whoever holds any one key of the log', () => {
  test.each([
    ['the first', one],
    ['the second', two],
    ['the third', three],
  ])('can follow from %s to all the others, in whatever order the statements come', (_, held) => {
    for (const notes of [changes, changes.toReversed()]) {
      const keys = followed([held], notes);
      expect(keys.map(({ id }) => id).sort()).toEqual(allKeys.map(({ id }) => id).sort());
      expect(keys.find(({ id }) => id === keyOf(two).id)).toMatchObject({
        from: head(10),
        until: head(20),
      });
    }
  });

  test.each([
    [5, one],
    [10, one],
    [10, two],
    [15, two],
    [20, three],
    [33, three],
  ])('opens a checkpoint of %d entries by the key whose term it was', async (size, signer) => {
    for (const held of [one, two, three]) {
      expect(openCheckpoint(await signCheckpoint(head(size), signer), followed([held]))).toMatchObject({
        ok: true,
        value: head(size),
      });
    }
  });
});

describe('a checkpoint is refused that was signed', () => {
  test.each([
    ['by a key after it was retired', 11, one, 'key-retired'],
    ['by a key long after it was retired', 33, two, 'key-retired'],
    ['by a key before it was in use', 9, two, 'key-too-early'],
    ['by a key nobody knows', 15, forger, 'unknown-key'],
  ])('%s', async (_, size, signer, code) => {
    const opened = openCheckpoint(await signCheckpoint(head(size), signer), followed([one]));
    expect(opened).toMatchObject({
      ok: false,
      fault: { code, reason: { zh: expect.stringMatching(/密钥|公钥/) } },
    });
  });

  test.each([one, two])('over another history than the one at which the key changed', async (signer) => {
    const opened = openCheckpoint(await signCheckpoint(otherHead(10), signer), followed([one]));
    expect(opened).toMatchObject({ ok: false, fault: { code: 'forked' } });
  });

  test('by the new key and falsely in the name of the old one', async () => {
    const note = await signCheckpoint(head(15), two);
    const line = (await signCheckpoint(head(14), one)).split('\n\n').at(-1)!;
    expect(openCheckpoint(note + line, followed([one]))).toMatchObject({
      ok: false,
      fault: { code: 'bad-signature' },
    });
  });
});

describe('while the log changes its key', () => {
  test('a checkpoint signed by both opens for who knows either, also after the old one is retired', async () => {
    const note = await signCheckpoint(head(15), two, one);
    for (const keys of [[keyOf(one)], [keyOf(two)], followed([one]), followed([two])]) {
      expect(openCheckpoint(note, keys)).toMatchObject({ ok: true, value: head(15) });
    }
  });
});

describe('a statement about a change of key', () => {
  test('does not hold when a rival one names another successor, another head or another history', async () => {
    expect(await faultOf([...changes, await signKeyChange(head(10), one, forger)])).toBe('rival-key-changes');
    expect(await faultOf([...changes, await signKeyChange(head(12), one, two)])).toBe('rival-key-changes');
    expect(await faultOf([...changes, await signKeyChange(otherHead(10), one, two)])).toBe(
      'rival-key-changes',
    );
    expect(await faultOf([...changes, await signKeyChange(head(10), forger, two)])).toBe('rival-key-changes');
    expect(await faultOf([...changes, ...changes])).toBe('sound');
  });

  test('does not hold against what was known before', async () => {
    const known = withKeyChanges({ log: [keyOf(one)], issuer: [] }, changes);
    const rival = await signKeyChange(head(10), one, forger);
    expect(known.ok && withKeyChanges(known.value, [rival])).toMatchObject({
      ok: false,
      fault: { code: 'rival-key-changes' },
    });
  });

  test('by strangers is passed over', async () => {
    const strangers = await signKeyChange(head(10), forger, testSigner(undefined, 67));
    expect(followed([one], [...changes, strangers])).toHaveLength(3);
  });

  test('needs both signatures, whole and as they were made', async () => {
    const [note] = changes as [string, string];
    const lines = note.split('\n');
    const without = (at: number) => lines.toSpliced(at, 1).join('\n');
    expect(await faultOf([without(6)])).toBe('bad-key-change');
    expect(await faultOf([without(7)])).toBe('bad-key-change');
    expect(await faultOf([note.replace('\n10\n', '\n11\n')])).toBe('bad-signature');
    expect(await faultOf([note.replace('\n10\n', '\n010\n')])).toBe('bad-key-change');
    expect(await faultOf([note.replace('/key-change', '/key-changes')])).toBe('bad-key-change');
    expect(await faultOf([without(3)])).toBe('bad-key-change');
    expect(await faultOf([''])).toBe('bad-key-change');
    expect(await faultOf([await signKeyChange(head(10), one, one)])).toBe('bad-key-change');
    expect(await faultOf([await signKeyChange(head(10), testSigner('elsewhere.example', 1), two)])).toBe(
      'bad-key-change',
    );
    expect(await faultOf(Array.from({ length: 101 }, () => note))).toBe('bad-key-change');
  });

  test('is no checkpoint, and a checkpoint no such statement', async () => {
    for (const note of changes) expect(openCheckpoint(note, allKeys).ok).toBe(false);
    expect(await faultOf([await signCheckpoint(head(10), one, two)])).toBe('bad-key-change');
    expect(await faultOf([await signNote(`${changes[0]!.split('\n\n')[0]!}\n`, one)])).toBe('bad-key-change');
  });
});

test('a list of keys may hold statements, one a line', async () => {
  const lines = [formatVerifierKey(keyOf(one)), '# changed in 2031 and 2036', ...changes.map(keyChangeLine)];
  const keys = parseTrustedKeys(lines.join('\n'));
  expect(keys.ok && keys.value.log).toHaveLength(3);
  expect(keys.ok && keys.value.issuer).toHaveLength(3);
  expect(parseTrustedKeys([...lines, 'key-change §'].join('\n'))).toMatchObject({
    ok: false,
    fault: { code: 'bad-key-change' },
  });
});

describe('a file issued after the change', () => {
  const ledger = new TestLedger(chainOf('case-a', 4), two);
  const change = signKeyChange({ size: 0, root: treeHash([]) }, one, two);

  test('is verified by who kept only the first key, from the statement in it', async () => {
    const keyChanges = [await change];
    const dossier = await ledger.dossier('case-a', { keyChanges });
    expect(verifyDossier(dossier, keysOf(one))).toMatchObject({ ok: true, checked: 4 });
    expect(verifyDossier(await ledger.dossier('case-a'), keysOf(one))).toMatchObject({
      ok: false,
      firstBad: { code: 'unknown-key' },
    });
  });

  test('is refused when a statement in it was made by a stranger, or altered', async () => {
    const strange = [await signKeyChange(head(0), forger, two)];
    expect(verifyDossier(await ledger.dossier('case-a', { keyChanges: strange }), keysOf(one))).toMatchObject(
      {
        firstBad: { code: 'unknown-key' },
      },
    );
    const altered = [(await change).replace('\n0\n', '\n1\n')];
    expect(verifyDossier(await ledger.dossier('case-a', { keyChanges: altered }), keysOf(one))).toMatchObject(
      {
        firstBad: { code: 'bad-signature' },
      },
    );
  });
});

describe('the published vectors', () => {
  const { keys, checkpoints, unsound } = vectors.keyChanges;
  const trusted = keys.map((text) => {
    const key = parseVerifierKey(text);
    return key.ok ? key.value : expect.unreachable(text);
  });

  test('are what the keys of these seeds sign', async () => {
    expect(vectors.keyChanges).toEqual(await keyChangeVectors());
  });

  test.each(checkpoints)('a checkpoint $name, from any of the keys: $fault', ({ note, fault }) => {
    for (const key of trusted) {
      const all = followKeyChanges([key], vectors.keyChanges.changes);
      const opened = all.ok && openCheckpoint(note, all.value);
      expect(opened && (opened.ok ? undefined : opened.fault.code)).toBe(fault);
    }
  });

  test.each(unsound)('changes are unsound with $name', ({ changes: notes, fault }) => {
    expect(followKeyChanges(trusted.slice(0, 1), notes)).toMatchObject({ ok: false, fault: { code: fault } });
  });
});
