import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { canonicalText } from './canonical-bytes.ts';

/** SHA-256 of the bytes, 32 bytes. Callers on Node may pass one made from node:crypto. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const sha256: Sha256 = (bytes) => nobleSha256(bytes);

/** A SHA-256 in lower-case hexadecimal. */
export const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a digest is about. The name goes into the hash, so that no digest can stand for another kind of thing. */
export type DigestKind = 'journal-event' | 'revision' | 'report' | 'programme' | 'case-dossier';

/**
 * The digest of a JSON value: SHA-256 over `factory-incentives/<kind>/v1`, a newline and its canonical bytes.
 * @throws NotCanonicalError when the value has no canonical bytes.
 */
export const digestOf = (kind: DigestKind, value: unknown, hash: Sha256 = sha256): string =>
  bytesToHex(hash(new TextEncoder().encode(`factory-incentives/${kind}/v1\n${canonicalText(value)}`)));

/** The digest of an object that carries it itself: over every member, known to us or not, but that one. */
export const digestWithout = (
  member: string,
  kind: DigestKind,
  object: object,
  hash: Sha256 = sha256,
): string =>
  digestOf(kind, Object.fromEntries(Object.entries(object).filter(([name]) => name !== member)), hash);
