import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { StoredDocument } from '../persistence/document.ts';
import { documentObjectKey } from './object-removal.ts';
import { linkSeconds } from './object-store.ts';
import type { DocumentsSystem } from './receive.ts';

export const later = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1000).toISOString();

/**
 * A short-lived link to what was looked at when the document was received.
 * Refuses with `document-not-found`, `document-pending`, or `document-refused` when it was written over since.
 */
export async function linkTo(
  { objects, now }: DocumentsSystem,
  document: StoredDocument | undefined,
): Promise<Outcome<{ url: string; expiresAt: string }>> {
  if (document === undefined || document.state === 'awaited') return refuse('document-not-found');
  if (document.state === 'pending') return refuse('document-pending');
  const { caseId, id, writing, name, type } = document;
  const url = await objects.link(documentObjectKey(caseId, id), writing, name, type);
  return url === undefined
    ? refuse('document-refused')
    : accept({ url, expiresAt: later(now(), linkSeconds) });
}
