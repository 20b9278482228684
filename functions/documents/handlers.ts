import type { DocumentDto } from '../../shared/api/dto/common.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { documentRoutes } from '../../shared/api/routes/documents.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Slot } from '../../shared/programmes/programme.ts';
import { reportedDocuments } from '../awards/reported-documents.ts';
import { documentPart } from '../cases/case-parts.ts';
import { isApplicantSide, mayOfficialSee } from '../cases/may-see.ts';
import { standsBehind } from '../cases/party.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import {
  deleteDocument,
  isPresent,
  readDocument,
  readDocuments,
  type StoredDocument,
  writeDocument,
} from '../persistence/document.ts';
import { readDraftCover } from '../persistence/draft.ts';
import { readHead } from '../persistence/head.ts';
import { readChain } from '../persistence/journal.ts';
import { later, linkTo } from './link-to.ts';
import { documentObjectKey, uploadSeconds } from './object-removal.ts';
import { type OpenSlot, openSlot } from './open-slot.ts';
import { type DocumentsSystem, receive, typeRefused } from './receive.ts';

const accepts = (slot: Slot, type: string | undefined): boolean =>
  slot.accept.some((accepted) => accepted === type);

type Form = { documentId: string; url: string; fields: Record<string, string>; expiresAt: string };

export const requestUpload =
  (system: DocumentsSystem) =>
  async ({
    actor,
    params: { caseId },
    body,
  }: SignedInRequestOf<typeof documentRoutes.requestUpload>): Promise<Outcome<Form>> => {
    const open = await openSlot(system, actor, caseId, body.slot);
    if (!open.ok) return open;
    const { slot, round } = open.value;
    if (!accepts(slot, body.type)) return typeRefused(slot.accept);
    if (body.size > slot.maxBytes) {
      return refuse('document-too-large', { params: { limitMb: slot.maxBytes / 1_000_000 } });
    }
    const inSlot = (await readDocuments(system.tables, caseId)).filter(
      (document) =>
        isPresent(document) &&
        document.slot === slot.id &&
        document.round === round &&
        document.state !== 'refused',
    );
    if (inSlot.length >= slot.maxFiles) {
      return refuse('too-many-documents', { params: { limit: slot.maxFiles } });
    }
    const now = system.now();
    const id = system.newId();
    const { name, type, size } = body;
    await writeDocument(system.tables, {
      caseId,
      id,
      slot: slot.id,
      name,
      type,
      size,
      askedAt: now,
      ...(round !== undefined && { round }),
      state: 'awaited',
    });
    const form = await system.objects.uploadForm(documentObjectKey(caseId, id), type, size);
    return accept({ documentId: id, ...form, expiresAt: later(now, uploadSeconds) });
  };

export const confirmUpload =
  (system: DocumentsSystem) =>
  async ({
    actor,
    params: { caseId, documentId },
  }: SignedInRequestOf<typeof documentRoutes.confirmUpload>): Promise<Outcome<DocumentDto>> => {
    const asked = await readDocument(system.tables, caseId, documentId);
    const open = await openSlotOf(system, actor, caseId, asked);
    if (!open.ok) return open;
    if (asked === undefined || (asked.state !== 'awaited' && asked.removedAt !== undefined)) {
      return refuse('document-not-found');
    }
    if (asked.state === 'clean') return accept(documentPart(asked));

    const received = await receive(system, asked, open.value.slot.accept);
    return received.ok ? accept(documentPart(received.value)) : received;
  };

/** The slot a document lies in, while it is open for the round the document belongs to. */
async function openSlotOf(
  system: DocumentsSystem,
  actor: Actor,
  caseId: string,
  document: StoredDocument | undefined,
): Promise<Outcome<OpenSlot>> {
  const open = await openSlot(system, actor, caseId, document?.slot ?? '');
  if (!open.ok) return open.refusal.code === 'not-found' ? refuse('document-not-found') : open;
  return document === undefined || document.round === open.value.round ? open : refuse('document-not-found');
}

/** Uploaded for a report that was never handed in with it. */
const isOnlyInDraft = async ({ tables }: DocumentsSystem, { caseId, id, round }: StoredDocument) =>
  round !== undefined && !reportedDocuments(await readChain(tables, caseId)).has(id);

/** Out of a draft it vanishes; what was handed in once stays on record and only leaves the correction. */
export const removeDocument =
  (system: DocumentsSystem) =>
  async ({
    actor,
    params: { caseId, documentId },
  }: SignedInRequestOf<typeof documentRoutes.removeDocument>): Promise<Outcome<{ documentId: string }>> => {
    const document = await readDocument(system.tables, caseId, documentId);
    const open = await openSlotOf(system, actor, caseId, document);
    if (!open.ok) return open;
    if (document === undefined) return refuse('document-not-found');
    if (open.value.draft || document.state === 'awaited' || (await isOnlyInDraft(system, document))) {
      await deleteDocument(system.tables, caseId, documentId);
      await system.objects.remove(documentObjectKey(caseId, documentId));
    } else {
      await writeDocument(system.tables, { ...document, removedAt: system.now() });
    }
    return accept({ documentId });
  };

export const documentLink =
  (system: DocumentsSystem) =>
  async ({
    actor,
    params: { caseId, documentId },
  }: SignedInRequestOf<typeof documentRoutes.documentLink>): Promise<
    Outcome<{ url: string; expiresAt: string }>
  > => {
    const head = await readHead(system.tables, caseId);
    const draft = head ? undefined : await readDraftCover(system.tables, caseId, system.now());
    const mayLook =
      (draft && isApplicantSide(actor, draft)) ||
      (head &&
        (mayOfficialSee(actor, head.state, (await pinnedProgramme(system, head.state.programme)).programme) ||
          (await standsBehind(system, actor, head.state))));
    if (!mayLook) return refuse('case-not-found');
    return linkTo(system, await readDocument(system.tables, caseId, documentId));
  };
