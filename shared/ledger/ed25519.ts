import { getPublicKey, hashes, sign, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

// The library leaves SHA-512 to its user; with this one it needs no WebCrypto, which browsers withhold from
// pages without TLS, such as a portal opened by address inside an office network.
hashes.sha512 = sha512;

export const publicKeySize = 32;
const signatureSize = 64;

/** Strictly by RFC 8032, so that every implementation agrees on which signatures hold. */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== signatureSize || publicKey.length !== publicKeySize) return false;
  return verify(signature, message, publicKey, { zip215: false });
}

/** For a key that lies in a file; in the cloud the key service signs. `seed` is the 32-byte secret of RFC 8032. */
export const signEd25519 = (message: Uint8Array, seed: Uint8Array): Uint8Array => sign(message, seed);
export const publicKeyOf = (seed: Uint8Array): Uint8Array => getPublicKey(seed);
