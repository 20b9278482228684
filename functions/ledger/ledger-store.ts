import {
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { sameBytes } from '../../shared/ledger/bytes.ts';
import { fault, LedgerDamagedError } from '../../shared/ledger/faults.ts';
import { answering } from '../persistence/storage-unavailable.ts';

/** The files of the ledger: written once, read for ever, never replaced and never removed. */
export type LedgerStore = {
  read(path: string): Promise<Uint8Array | undefined>;
  /** False when there is a file of this name already; it stays as it is. */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
  /** The first path, in the order of its bytes, that begins so. */
  first(prefix: string): Promise<string | undefined>;
  /** All of them. */
  list(prefix: string): Promise<readonly string[]>;
};

/**
 * Puts a file in its place, also when somebody else just did: whoever writes it, its bytes are the same.
 * @throws LedgerDamagedError when other bytes are there: somebody else's writing, not ours.
 */
export async function writeOnce(store: LedgerStore, path: string, bytes: Uint8Array): Promise<void> {
  if (await store.create(path, bytes)) return;
  const standing = await store.read(path);
  if (!standing || !sameBytes(standing, bytes)) throw new LedgerDamagedError(fault('tile-damaged', { path }));
}

/** S3 says 412 when the object is there, and 409 while another request is just making it. */
const alreadyThere: ReadonlySet<string> = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** The most that S3 lists in one answer. */
const mostListed = 1000;

export function ledgerStore(client: S3Client, bucket: string, listedAtOnce = mostListed): LedgerStore {
  const page = (Prefix: string, MaxKeys: number, ContinuationToken?: string) =>
    answering(
      client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix,
          MaxKeys,
          ...(ContinuationToken !== undefined && { ContinuationToken }),
        }),
      ),
    );
  const keysOf = ({ Contents = [] }: ListObjectsV2CommandOutput) => Contents.flatMap(({ Key }) => Key ?? []);
  return {
    read: async (path) => {
      try {
        const { Body } = await answering(client.send(new GetObjectCommand({ Bucket: bucket, Key: path })));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    create: async (path, bytes) => {
      try {
        await answering(
          client.send(new PutObjectCommand({ Bucket: bucket, Key: path, Body: bytes, IfNoneMatch: '*' })),
        );
        return true;
      } catch (error) {
        if (error instanceof Error && alreadyThere.has(error.name)) return false;
        throw error;
      }
    },
    first: async (prefix) => keysOf(await page(prefix, 1))[0],
    list: async (prefix) => {
      const keys: string[] = [];
      let more: string | undefined;
      do {
        const listed = await page(prefix, listedAtOnce, more);
        keys.push(...keysOf(listed));
        more = listed.NextContinuationToken;
      } while (more !== undefined);
      return keys;
    },
  };
}
