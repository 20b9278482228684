import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
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
  /** The one before, which signs beside it; absent until the key was changed. */
  readonly signingKeyFileBefore?: string;
  /** Path of the Ed25519 key (PKCS #8, PEM) that signs dossiers and exports. */
  readonly issuingKeyFile: string;
};

const StoreCredentialsSchema = z.strictObject({
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  region: z.string(),
});

const signingKeyName = 'signing-key.pem';
const signingKeyNameBefore = 'signing-key-before.pem';
/** Statements about changes of the key that signs checkpoints, as lines of a list of keys. */
export const keyChangesName = 'key-changes.txt';

/**
 * Puts a new key in the place of the one that signs checkpoints, and keeps that one beside it. In this order, so that
 * there is one to sign with whenever the machine stops; the one before the last is needed no more.
 */
export async function renewSigningKey(folder: string): Promise<void> {
  const path = join(folder, signingKeyName);
  await replaceFile(join(folder, signingKeyNameBefore), await readFile(path));
  await replaceFile(path, makeSigningKey());
}

/** The keys of this machine, made on the first start: without them its data can be neither read nor proven. */
export async function localKeys(folder: string): Promise<LocalKeys> {
  const dataKeyFile = join(folder, 'data-key');
  const signingKeyFile = join(folder, signingKeyName);
  await keptOrMade(dataKeyFile, () => randomBytes(32));
  await keptOrMade(signingKeyFile, makeSigningKey);
  const issuingKeyFile = join(folder, 'issuing-key.pem');
  await keptOrMade(issuingKeyFile, makeSigningKey);
  const store = await keptOrMade(join(folder, 'store-credentials.json'), makeStoreCredentials);
  const before = join(folder, signingKeyNameBefore);
  return {
    dataKeyFile,
    signingKeyFile,
    ...(existsSync(before) && { signingKeyFileBefore: before }),
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
