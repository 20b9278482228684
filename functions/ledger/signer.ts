import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GenerateMacCommand, GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { publicKeyOf, publicKeySize, signEd25519 } from '../../shared/ledger/ed25519.ts';
import type { Signer } from '../../shared/ledger/signed-note.ts';

/** Who signs checkpoints: `before` signs them too, while the log changes its key. */
export type Signers = { readonly signer: Signer; readonly before?: Signer | undefined };

/** On one's own machine: a PKCS #8 file in PEM that only its owner can read. */
export async function signerFromFile(name: string, path: string): Promise<Signer> {
  const key = createPrivateKey(await readFile(path));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key is no Ed25519 key');
  return {
    name,
    publicKey: rawPublicKey(createPublicKey(key).export({ type: 'spki', format: 'der' })),
    sign: async (bytes) => sign(null, bytes, key),
  };
}

/** In the cloud: the key never leaves KMS. */
export async function signerFromKms(name: string, kms: KMSClient, keyId: string): Promise<Signer> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  return {
    name,
    publicKey: rawPublicKey(needed(PublicKey)),
    sign: async (bytes) => {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyId,
          Message: bytes,
          MessageType: 'RAW',
          SigningAlgorithm: 'ED25519_SHA_512',
        }),
      );
      return needed(Signature);
    },
  };
}

/** Where KMS has no Ed25519 (aws-cn): the seed is an HMAC of a fixed label, held in memory only. */
export async function signerFromMac(name: string, kms: KMSClient, keyId: string): Promise<Signer> {
  const { Mac } = await kms.send(
    new GenerateMacCommand({
      KeyId: keyId,
      MacAlgorithm: 'HMAC_SHA_256',
      Message: new TextEncoder().encode('factory-incentives/checkpoint-seed/v1'),
    }),
  );
  const seed = needed(Mac);
  return { name, publicKey: publicKeyOf(seed), sign: async (bytes) => signEd25519(bytes, seed) };
}

/** The key itself stands at the end of its SubjectPublicKeyInfo (RFC 8410). */
const rawPublicKey = (spki: Uint8Array): Uint8Array => new Uint8Array(spki).slice(-publicKeySize);

function needed(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new Error('the key service gave no answer');
  return bytes;
}
