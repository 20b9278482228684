import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './bytes.ts';
import { verifyEd25519 } from './ed25519.ts';
import { sound, unsound, type Verdict } from './faults.ts';
import { isKeyName, type VerifierKey, verifierKey } from './verifier-key.ts';

/** Holds the secret key, or reaches whoever does: a key service in the cloud, a file here. */
export type Signer = {
  readonly name: string;
  readonly publicKey: Uint8Array;
  /** The 64-byte Ed25519 signature over the bytes. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
};

/** A note may carry witnesses' signatures beside ours, but not without bound. */
const maxSignatures = 64;

const isNoteText = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);

const signatureLine = (key: VerifierKey, signature: Uint8Array): string =>
  `— ${key.name} ${toBase64(concatBytes(hexToBytes(key.id), signature))}\n`;

/**
 * Signs a text as a C2SP signed note, by each of the signers.
 * @throws TypeError when the text is no note text (control characters, no final newline), Error when the signer's
 * signature does not fit its public key: a note nobody can verify must not be published.
 */
export async function signNote(text: string, ...signers: readonly Signer[]): Promise<string> {
  if (!isNoteText(text)) throw new TypeError('A note ends in a newline and has no control characters');
  const bytes = new TextEncoder().encode(text);
  const lines = await Promise.all(signers.map((signer) => lineBy(signer, bytes)));
  return `${text}\n${lines.join('')}`;
}

async function lineBy(signer: Signer, bytes: Uint8Array): Promise<string> {
  if (!isKeyName(signer.name)) throw new TypeError('A key name has no spaces and no plus sign');
  const signature = await signer.sign(bytes);
  if (!verifyEd25519(signature, bytes, signer.publicKey)) {
    throw new Error(`The signature made by “${signer.name}” does not fit its public key`);
  }
  return signatureLine(verifierKey(signer.name, signer.publicKey), signature);
}

type NoteSignature = { readonly name: string; readonly id: string; readonly signature: Uint8Array };

function parseSignature(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined;
  return { name, id: bytesToHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** A note that at least one known key has signed. */
export type OpenedNote<Key extends VerifierKey> = { readonly text: string; readonly signers: readonly Key[] };

/**
 * Checks a signed note. Signatures of unknown keys are passed over, as the format asks; one of a known key that
 * does not hold makes the whole note unsound.
 */
export function openNote<Key extends VerifierKey>(
  note: string,
  keys: readonly Key[],
): Verdict<OpenedNote<Key>> {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  if (end < 1 || !isNoteText(note)) return unsound('bad-note', { where: 'text' });
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > maxSignatures) return unsound('bad-note', { where: 'signatures' });
  const message = new TextEncoder().encode(text);
  const signers: Key[] = [];
  const strangers: string[] = [];
  for (const line of lines) {
    const found = parseSignature(line);
    if (!found) return unsound('bad-note', { where: 'signature' });
    const key = keys.find(({ name, id }) => name === found.name && id === found.id);
    if (!key) {
      strangers.push(found.name);
    } else if (verifyEd25519(found.signature, message, key.publicKey)) {
      signers.push(key);
    } else {
      return unsound('bad-signature', { signer: found.name });
    }
  }
  return signers.length > 0
    ? sound({ text, signers })
    : unsound('unknown-key', { signers: strangers.join(', ') });
}
