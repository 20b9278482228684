import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './bytes.ts';
import { sha256 } from './digest.ts';
import { publicKeySize } from './ed25519.ts';
import { sound, unsound, type Verdict } from './faults.ts';

/** C2SP signed-note: the type byte of Ed25519. */
const ed25519Type = 0x01;

/** A key that signatures are checked against. Name and id together are how a note refers to it. */
export type VerifierKey = {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly publicKey: Uint8Array;
};

/** What a key may be called in a note: anything without spaces and plus signs. */
export const isKeyName = (name: string): boolean =>
  /^[^\s+\p{White_Space}\p{Cc}]+$/u.test(name) && name.isWellFormed();

const typedKey = (publicKey: Uint8Array) => concatBytes(Uint8Array.of(ed25519Type), publicKey);

export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  const named = concatBytes(new TextEncoder().encode(`${name}\n`), typedKey(publicKey));
  return { name, id: bytesToHex(sha256(named).subarray(0, 4)), publicKey };
}

/** The text in which a key is published: `<name>+<id>+<base64 of type and key>`. */
export const formatVerifierKey = ({ name, id, publicKey }: VerifierKey): string =>
  `${name}+${id}+${toBase64(typedKey(publicKey))}`;

export function parseVerifierKey(text: string): Verdict<VerifierKey> {
  // Base64 may hold plus signs too; a name and an id may not.
  const [, name = '', id = '', encoded = ''] = /^([^+]*)\+([^+]*)\+(.*)$/.exec(text.trim()) ?? [];
  if (!isKeyName(name)) return unsound('bad-key', { where: 'name' });
  const typed = fromBase64(encoded);
  if (typed?.length !== 1 + publicKeySize || typed[0] !== ed25519Type)
    return unsound('bad-key', { where: 'key' });
  const key = verifierKey(name, typed.subarray(1));
  return key.id === id ? sound(key) : unsound('bad-key', { where: 'id' });
}
