import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { answering } from '../persistence/storage-unavailable.ts';
import { objectRemoval, type RemoveObject, uploadSeconds } from './object-removal.ts';

/** Which writing of an object was looked at: an upload form stays good for some minutes, and can be used again. */
type Writing = {
  readonly etag: string;
  /** Where the bucket keeps versions. */
  readonly versionId?: string | undefined;
};

/** A file as it arrived, read once from end to end. */
export type ReceivedFile = {
  readonly writing: Writing;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Enough to recognise the type and to look for what harms: files are 20 MB at most. */
  readonly bytes: Uint8Array;
};

type UploadForm = { readonly url: string; readonly fields: Record<string, string> };

/** The private bucket of documents, as handlers see it. */
export type ObjectStore = {
  /** A form the browser posts straight to the store, which refuses any other key, type or size. */
  uploadForm(key: string, type: string, size: number): Promise<UploadForm>;
  read(key: string): Promise<ReceivedFile | undefined>;
  readonly remove: RemoveObject;
  /** The value of a tag on the object, if it is there. */
  tag(key: string, name: string): Promise<string | undefined>;
  /** Opens exactly this writing under this file name, for a short time; undefined when it was written over. */
  link(key: string, writing: Writing, name: string, type: string): Promise<string | undefined>;
};

export const linkSeconds = 60;

export function objectStore(client: S3Client, bucket: string): ObjectStore {
  const etagOf = async (key: string): Promise<string | undefined> => {
    try {
      const { ETag } = await answering(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
      return ETag;
    } catch (error) {
      if (error instanceof NotFound || error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  return {
    uploadForm: async (key, type, size) =>
      createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Expires: uploadSeconds,
        Fields: { 'Content-Type': type },
        Conditions: [
          ['content-length-range', size, size],
          ['eq', '$Content-Type', type],
        ],
      }),
    read: async (key) => {
      try {
        const { Body, ETag, VersionId } = await answering(
          client.send(new GetObjectCommand({ Bucket: bucket, Key: key })),
        );
        if (Body === undefined || ETag === undefined) return undefined;
        const bytes = await Body.transformToByteArray();
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { writing: { etag: ETag, versionId: VersionId }, size: bytes.length, sha256, bytes };
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    remove: objectRemoval(client, bucket),
    tag: async (key, name) => {
      const { TagSet } = await answering(
        client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key })),
      );
      return TagSet?.find(({ Key }) => Key === name)?.Value;
    },
    link: async (key, { etag, versionId }, name, type) => {
      // Without versions the link opens whatever lies there, so it had better be what was looked at.
      if (versionId === undefined && (await etagOf(key)) !== etag) return undefined;
      return getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          ...(versionId !== undefined && { VersionId: versionId }),
          ResponseContentDisposition: `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
          ResponseContentType: type,
        }),
        { expiresIn: linkSeconds },
      );
    },
  };
}
