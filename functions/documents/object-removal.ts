import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { answering } from '../persistence/storage-unavailable.ts';

/** Takes a document's file out of the bucket; what is not there any more is no error. */
export type RemoveObject = (key: string) => Promise<void>;

/** Apart from the rest of the store: the clock may remove and nothing else. */
export const objectRemoval =
  (client: S3Client, bucket: string): RemoveObject =>
  async (key) => {
    await answering(client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
  };

/** Nothing of the file's name is in its key. */
export const documentObjectKey = (caseId: string, documentId: string): string =>
  `documents/${caseId}/${documentId}`;

/** So long an upload form is good for, in seconds. */
export const uploadSeconds = 600;
