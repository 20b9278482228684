import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { StoreCredentials } from './object-store/signed-parts.ts';
import { systemErrorCode } from './start-problem.ts';
import { replaceFile } from './whole-file.ts';

export type LocalKeys = {
  /** Requests to the local stores are signed with these. */
  readonly store: StoreCredentials;
  /** Path of 32 random bytes under which personal data is sealed. */
  readonly dataKeyFile: string;
  /** Path of the Ed25519 key (PKCS #8, PEM) that signs checkpoints. */
  readonly signingKeyFile: string;
  /** Path of the Ed25519 key (PKCS #8, PEM) that signs dossiers and exports. */
  readonly issuingKeyFile: string;
};

const StoreCredentialsSchema = z.strictObject({
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  region: z.string(),
});

/** The keys of this machine, made on the first start: without them its data can be neither read nor proven. */
export async function localKeys(folder: string): Promise<LocalKeys> {
  const dataKeyFile = join(folder, 'data-key');
  const signingKeyFile = join(folder, 'signing-key.pem');
  await keptOrMade(dataKeyFile, () => randomBytes(32));
  await keptOrMade(signingKeyFile, makeSigningKey);
  const issuingKeyFile = join(folder, 'issuing-key.pem');
  await keptOrMade(issuingKeyFile, makeSigningKey);
  const store = await keptOrMade(join(folder, 'store-credentials.json'), makeStoreCredentials);
  return {
    dataKeyFile,
    signingKeyFile,
    issuingKeyFile,
    store: StoreCredentialsSchema.parse(JSON.parse(store.toString('utf8'))),
  };
}

async function keptOrMade(path: string, make: () => Buffer): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    const made = make();
    await replaceFile(path, made);
    return made;
  }
}

const makeSigningKey = (): Buffer =>
  Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));

const makeStoreCredentials = (): Buffer =>
  Buffer.from(
    JSON.stringify({
      accessKeyId: `LOCAL${randomBytes(6).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString('base64url'),
      region: 'local',
    } satisfies StoreCredentials),
  );
