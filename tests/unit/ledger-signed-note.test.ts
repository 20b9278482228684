import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicKeyOf, signEd25519 } from '../../shared/ledger/ed25519.ts';
import { openNote, signNote } from '../../shared/ledger/signed-note.ts';
import vectors from '../../shared/ledger/test-vectors.json' with { type: 'json' };
import { formatVerifierKey, parseVerifierKey, verifierKey } from '../../shared/ledger/verifier-key.ts';
import { testSigner } from '../support/ledger.ts';

const signer = testSigner();
const key = verifierKey(signer.name, signer.publicKey);
const witness = testSigner('witness.example', 9);
const codeOf = (note: string, keys = [key]) => {
  const opened = openNote(note, keys);
  return opened.ok ? 'sound' : opened.fault.code;
};
const text = '平利县\n\n第二段\n';
const note = await signNote(text, signer);

describe('published notes', () => {
  test.each(vectors.notes)('are verified by $key', ({ key: published, note: signed }) => {
    const parsed = parseVerifierKey(published);
    expect(parsed.ok && formatVerifierKey(parsed.value)).toBe(published);
    expect(parsed.ok && openNote(signed, [parsed.value])).toMatchObject({ ok: true });
  });

  test('are signed by their secret key as published', async () => {
    const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
    const { note: published } = vectors.notes[1]!;
    const [body = ''] = published.split('\n\n');
    const made = await signNote(`${body}\n`, {
      name: 'PeterNeumann',
      publicKey: publicKeyOf(seed),
      sign: async (bytes) => signEd25519(bytes, seed),
    });
    expect(made).toBe(published);
  });
});

describe('a signed note', () => {
  test('gives its text back, empty lines and all, and who signed', () => {
    expect(openNote(note, [key])).toEqual({ ok: true, value: { text, signers: [key] } });
  });

  test('is unsound after any change of a character', () => {
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        fc.pre(note[at] !== other);
        expect(codeOf(note.slice(0, at) + other + note.slice(at + 1))).not.toBe('sound');
      }),
      { numRuns: 150 },
    );
  });

  test('is of an unknown key to who trusts another, even one of the same name', () => {
    const namesake = testSigner(signer.name, 8);
    expect(codeOf(note, [verifierKey(namesake.name, namesake.publicKey)])).toBe('unknown-key');
    expect(codeOf(note, [])).toBe('unknown-key');
  });

  test('may bear signatures of strangers beside ours', async () => {
    const line = (await signNote(text, witness)).split('\n\n').at(-1)!;
    expect(openNote(note + line, [key])).toMatchObject({ ok: true, value: { signers: [key] } });
    const both = [key, verifierKey(witness.name, witness.publicKey)];
    expect(openNote(note + line, both)).toMatchObject({ ok: true, value: { signers: both } });
  });

  test('is unsound when one of several known keys did not sign it', async () => {
    const line = (await signNote('something else\n', witness)).split('\n\n').at(-1)!;
    const both = [key, verifierKey(witness.name, witness.publicKey)];
    expect(codeOf(note + line, both)).toBe('bad-signature');
  });

  test.each([
    ['nothing', ''],
    ['no signature', text],
    ['no text', note.slice(note.lastIndexOf('\n\n'))],
    ['no final newline', note.slice(0, -1)],
    ['a tab', note.replace('第二段', '第\t二段')],
    ['a hyphen for a dash', note.replace('— ', '- ')],
    ['base64 spelled otherwise', note.replace(/=*\n$/, '\n')],
    ['far too many signatures', note + note.split('\n\n').at(-1)!.repeat(64)],
  ])('is malformed with %s', (_name, changed) => {
    expect(codeOf(changed)).toBe('bad-note');
  });

  test('is not made by a signer whose key does not fit', async () => {
    const broken = { ...signer, publicKey: witness.publicKey };
    await expect(signNote(text, broken)).rejects.toThrow('does not fit');
    await expect(signNote(text, { ...signer, sign: async () => new Uint8Array(3) })).rejects.toThrow(
      'does not fit',
    );
  });

  test.each(['no newline', 'tab\t\n', '\ud800\n'])('is not made of the text %j', async (wrong) => {
    await expect(signNote(wrong, signer)).rejects.toThrow(TypeError);
  });

  test('is not made in a name with a space', async () => {
    await expect(signNote(text, { ...signer, name: 'county ledger' })).rejects.toThrow(TypeError);
  });
});

describe('a published key', () => {
  const published = formatVerifierKey(key);

  test('reads back as it was', () => {
    expect(parseVerifierKey(published)).toEqual({ ok: true, value: key });
    expect(parseVerifierKey(`${published}\n`)).toEqual({ ok: true, value: key });
  });

  test.each([
    ['nothing', ''],
    ['no name', published.replace(signer.name, '')],
    ['another name', published.replace('county', 'town')],
    ['another id', published.replace(key.id, '00000000')],
    ['half a key', published.slice(0, -8)],
    [
      'another type of key',
      published.replace('+AeqK', '+AuqK').replace(/\+A[^+]*$/, (tail) => `+B${tail.slice(2)}`),
    ],
  ])('is refused with %s', (_name, changed) => {
    expect(parseVerifierKey(changed)).toMatchObject({ ok: false, fault: { code: 'bad-key' } });
  });
});
