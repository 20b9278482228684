import type { DocumentRecord } from '../../shared/workflow/schema-parts.ts';
import type { ReceivedDocument } from '../persistence/document.ts';

/** What an event keeps of a document that was handed in. */
export const documentRecord = ({ slot, id, sha256, size, type }: ReceivedDocument): DocumentRecord => ({
  slot,
  id,
  sha256,
  size,
  type,
});
