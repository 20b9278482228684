import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type LedgerStore, ledgerStore } from '../ledger/ledger-store.ts';
import { answering } from '../persistence/storage-unavailable.ts';

/** The bucket of exports: files that are made once and expire, and notes of how far each export is. */
export type ExportsStore = Pick<LedgerStore, 'read' | 'create' | 'list'> & {
  put(path: string, bytes: Uint8Array, type: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Opens the file under this name, for some minutes. */
  link(path: string, name: string): Promise<string>;
};

const linkSeconds = 600;

export function exportsStore(client: S3Client, bucket: string): ExportsStore {
  const { read, create, list } = ledgerStore(client, bucket);
  return {
    read,
    create,
    list,
    put: async (path, bytes, type) => {
      await answering(
        client.send(new PutObjectCommand({ Bucket: bucket, Key: path, Body: bytes, ContentType: type })),
      );
    },
    remove: async (path) => {
      await answering(client.send(new DeleteObjectCommand({ Bucket: bucket, Key: path })));
    },
    link: (path, name) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: path,
          ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        }),
        { expiresIn: linkSeconds },
      ),
  };
}
