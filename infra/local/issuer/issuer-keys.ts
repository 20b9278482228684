import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import * as z from 'zod';
import { systemErrorCode } from '../start-problem.ts';
import { replaceFile } from '../whole-file.ts';

/** RS256: the JWT authorizer of an AWS HTTP API takes RSA signatures only. */
export const SIGNING_ALGORITHM = 'RS256';

const PrivateJwkSchema = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  alg: z.literal(SIGNING_ALGORITHM),
  use: z.literal('sig'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
const IssuerKeysSchema = z.strictObject({ signing: PrivateJwkSchema, cookies: z.string() });
export type IssuerKeys = z.infer<typeof IssuerKeysSchema>;

/** The issuer's keys, made on the first start and kept: tokens and sessions outlive a restart. */
export async function issuerKeys(path: string): Promise<IssuerKeys> {
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (kept !== undefined) return IssuerKeysSchema.parse(JSON.parse(kept));
  const keys = await makeKeys();
  await replaceFile(path, JSON.stringify(keys));
  return keys;
}

async function makeKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const jwk: JWK = await exportJWK(privateKey);
  return IssuerKeysSchema.parse({
    signing: { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: SIGNING_ALGORITHM, use: 'sig' },
    cookies: randomBytes(32).toString('base64url'),
  });
}
