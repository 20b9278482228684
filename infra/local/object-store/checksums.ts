import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { StoreError } from './store-error.ts';

/** What is known of a body once it has been read to its end. */
export type Digests = {
  readonly size: number;
  readonly md5: Buffer;
  readonly sha256: Buffer;
  readonly crc32: Buffer;
};

export class DigestingReader {
  #size = 0;
  #md5 = createHash('md5');
  #sha256 = createHash('sha256');
  #crc32 = 0;

  update(piece: Buffer): void {
    this.#size += piece.length;
    this.#md5.update(piece);
    this.#sha256.update(piece);
    this.#crc32 = crc32(piece, this.#crc32);
  }

  get size(): number {
    return this.#size;
  }

  digests(): Digests {
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(this.#crc32);
    return {
      size: this.#size,
      md5: this.#md5.digest(),
      sha256: this.#sha256.digest(),
      crc32: crc,
    };
  }
}

const algorithms = ['sha256', 'crc32'] as const;

/**
 * Compares what the sender says the body is with what arrived.
 * @param stated headers, form fields or trailers by lower-case name.
 * @throws StoreError BadDigest when they differ; NotImplemented for an algorithm not known here, because
 *   a checksum that nobody compares is worse than none.
 */
export function compareChecksums(stated: ReadonlyMap<string, string>, digests: Digests): void {
  for (const [name, value] of stated) {
    const algorithm = /^x-amz-checksum-(?!algorithm$|mode$|type$)(.+)$/.exec(name)?.[1];
    if (algorithm === undefined) continue;
    const known = algorithms.find((candidate) => candidate === algorithm);
    if (known === undefined) {
      throw new StoreError('NotImplemented', `The checksum algorithm ${algorithm} is not known here.`);
    }
    if (value !== digests[known].toString('base64')) {
      throw new StoreError('BadDigest', `The ${algorithm} checksum did not match what was received.`);
    }
  }
  const md5 = stated.get('content-md5');
  if (md5 !== undefined && md5 !== digests.md5.toString('base64')) {
    throw new StoreError('BadDigest', 'The Content-MD5 did not match what was received.');
  }
}
