import {
  GetObjectCommand,
  ListObjectsV2Command,
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
  /** Up to a thousand of them. */
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

export function ledgerStore(client: S3Client, bucket: string): LedgerStore {
  const list = async (Prefix: string, MaxKeys: number): Promise<readonly string[]> => {
    const { Contents = [] } = await answering(
      client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix, MaxKeys })),
    );
    return Contents.flatMap(({ Key }) => Key ?? []);
  };
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
    first: async (prefix) => (await list(prefix, 1))[0],
    list: (prefix) => list(prefix, 1000),
  };
}
