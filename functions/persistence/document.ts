import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import { caseIdOf, casePartition, documentIdOf, documentKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { type RawItem, readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const asked = {
  caseId: z.string(),
  id: z.string(),
  slot: z.string(),
  name: z.string(),
  /** As announced; the store accepts nothing else, and the first bytes are compared with it. */
  type: z.string(),
  askedAt: z.string(),
  /** Of a report: the round of its obligation. Absent of an application. */
  round: z.int().min(1).optional(),
};

/** A file of a case: asked for, then received and looked at. Taken out of a correction, it stays for the record. */
const StoredDocumentSchema = z.discriminatedUnion('state', [
  z.strictObject({ ...asked, state: z.literal('awaited'), size: z.int() }),
  z.strictObject({
    ...asked,
    state: z.enum(['pending', 'clean', 'refused']),
    /** Bytes. */
    size: z.int(),
    sha256: DigestSchema,
    /** Which writing of the object was looked at. */
    writing: z.strictObject({ etag: z.string(), versionId: z.string().optional() }),
    uploadedAt: z.string(),
    removedAt: z.string().optional(),
  }),
]);
export type StoredDocument = Readonly<z.infer<typeof StoredDocumentSchema>>;
export type ReceivedDocument = Exclude<StoredDocument, { state: 'awaited' }>;

/** Which case and which document it is, the key says: a page about a case reads all of them. */
export const documentOf = ({ pk, sk, ...item }: RawItem): StoredDocument =>
  StoredDocumentSchema.parse({
    ...item,
    caseId: caseIdOf(String(pk)),
    id: documentIdOf(String(sk)),
  });

/** What belongs to the case now: received and not taken out. */
export const isPresent = (document: StoredDocument): document is ReceivedDocument =>
  document.state !== 'awaited' && document.removedAt === undefined;

export async function readDocument(
  tables: Tables,
  caseId: string,
  id: string,
): Promise<StoredDocument | undefined> {
  const item = await readItem(tables, documentKey(caseId, id));
  return item && documentOf(item);
}

export async function readDocuments(tables: Tables, caseId: string): Promise<readonly StoredDocument[]> {
  const items = await readPartition(tables, tables.registry, casePartition(caseId), 'doc#');
  return items.map(documentOf);
}

export async function writeDocument(tables: Tables, document: StoredDocument): Promise<void> {
  const { caseId, id, ...item } = document;
  const Item = { ...item, ...documentKey(caseId, id) };
  await answering(tables.client.send(new PutCommand({ TableName: tables.registry, Item })));
}

export async function deleteDocument(tables: Tables, caseId: string, id: string): Promise<void> {
  const Key = documentKey(caseId, id);
  await answering(tables.client.send(new DeleteCommand({ TableName: tables.registry, Key })));
}

export const documentRemoval = (tables: Tables, caseId: string, id: string): ConditionalWrite => ({
  action: { Delete: { TableName: tables.registry, Key: documentKey(caseId, id) } },
  failure: () => moved,
});
