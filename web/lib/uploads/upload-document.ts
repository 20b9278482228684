import type { DocumentDto } from '../../../shared/api/dto/common.ts';
import { call } from '../api/call.ts';
import { compressImage } from './compress-image.ts';
import { postForm } from './post-form.ts';

export type UploadRequest = {
  readonly caseId: string;
  readonly slot: string;
  readonly file: File;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/** Shrinks photos, posts the file to the store, and has the API look at what arrived. */
export async function uploadDocument({
  caseId,
  slot,
  file,
  onProgress,
  signal,
}: UploadRequest): Promise<DocumentDto> {
  const small = await compressImage(file);
  const { documentId, url, fields } = await call('requestUpload', {
    params: { caseId },
    body: { slot, name: small.name.slice(-200), type: small.type, size: small.size },
    signal,
  });
  await postForm({ url, fields, file: small, onProgress, signal });
  return call('confirmUpload', { params: { caseId, documentId }, signal });
}
