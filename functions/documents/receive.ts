import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import {
  deleteDocument,
  type ReceivedDocument,
  type StoredDocument,
  writeDocument,
} from '../persistence/document.ts';
import type { System } from '../system.ts';
import { documentObjectKey } from './object-removal.ts';
import type { ObjectStore } from './object-store.ts';
import type { DocumentScanner } from './scanner.ts';
import { sniffType } from './sniff-type.ts';

export type DocumentsSystem = System & {
  readonly objects: ObjectStore;
  readonly scan: DocumentScanner;
};

export type FileType = NonNullable<ReturnType<typeof sniffType>>;

const typeNames: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
  'text/csv': 'CSV',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};

export const typeRefused = (accepted: readonly FileType[]) =>
  refuse('document-type-not-accepted', {
    params: { accepted: accepted.map((type) => typeNames[type]).join('、') },
  });

/**
 * Looks at what really arrived and keeps it. What is not acceptable is removed at once and leaves no trace.
 * Refuses with `document-not-uploaded`, `document-type-not-accepted`, `document-refused`.
 */
export async function receive(
  system: DocumentsSystem,
  asked: StoredDocument,
  accepted: readonly FileType[],
): Promise<Outcome<ReceivedDocument>> {
  const { caseId, id, slot, name, askedAt, round } = asked;
  const key = documentObjectKey(caseId, id);
  const file = await system.objects.read(key);
  if (file === undefined) return refuse('document-not-uploaded');
  const drop = async () => {
    await system.objects.remove(key);
    await deleteDocument(system.tables, caseId, id);
  };
  const type = sniffType(file.bytes);
  if (type === undefined || type !== asked.type || !accepted.includes(type)) {
    await drop();
    return typeRefused(accepted);
  }
  const verdict = await system.scan(key, file);
  if (verdict === 'refused') {
    await drop();
    return refuse('document-refused');
  }
  const { size, sha256, writing } = file;
  const received: ReceivedDocument = {
    ...{ caseId, id, slot, name, type, size, sha256, askedAt, writing },
    ...(round !== undefined && { round }),
    state: verdict,
    uploadedAt: asked.state === 'awaited' ? system.now() : asked.uploadedAt,
  };
  await writeDocument(system.tables, received);
  return accept(received);
}
