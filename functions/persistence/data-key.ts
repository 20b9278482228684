import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { packJson, unpackJson } from './packed-json.ts';

/** Seals what is personal, and hashes it where equal values must be recognised without being known. */
export type DataKey = {
  /** `about` names the item: what was sealed for one item does not open as another's. */
  readonly seal: (value: unknown, about: string) => Uint8Array;
  /** Throws when the bytes were not sealed by this key for this item. */
  readonly open: (sealed: Uint8Array, about: string) => unknown;
  /** HMAC-SHA-256, base64url, 128 bits: equal values of one kind are equal, others tell nothing. */
  readonly keyedHash: (kind: string, value: string) => string;
};

const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/** Both keys are derived from one root of at least 32 random bytes, which never leaves this closure. */
export function dataKeyOf(root: Uint8Array): DataKey {
  if (root.length < keyBytes) throw new Error('the root of the data key is too short');
  // As key objects: from bytes the key would be made anew for every value, which takes ten times as long.
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', root, '', purpose, keyBytes)));
  const sealing = derive('factory-incentives/seal/v1');
  const hashing = derive('factory-incentives/keyed-hash/v1');

  return {
    seal: (value, about) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
      // Deflated first: a roster of 500 rows shrinks to a sixth, and items are billed by the kilobyte.
      const body = Buffer.concat([cipher.update(packJson(value)), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]);
    },
    open: (sealed, about) => {
      const bytes = Buffer.from(sealed);
      const body = bytes.subarray(nonceBytes, -tagBytes);
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-tagBytes));
      return unpackJson(Buffer.concat([decipher.update(body), decipher.final()]));
    },
    keyedHash: (kind, value) =>
      createHmac('sha256', hashing)
        .update(`${kind}\n${value}`)
        .digest()
        .subarray(0, 16)
        .toString('base64url'),
  };
}
