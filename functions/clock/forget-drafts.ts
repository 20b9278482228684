import { reportSlots } from '../awards/report-slots.ts';
import { reportedDocuments } from '../awards/reported-documents.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { documentObjectKey, type RemoveObject, uploadSeconds } from '../documents/object-removal.ts';
import { type Log, traceOf } from '../http/log.ts';
import { pointerRemoval } from '../persistence/account.ts';
import { appointments } from '../persistence/agenda.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { deleteDocument, readDocuments, type StoredDocument } from '../persistence/document.ts';
import { type DraftCover, draftRemoval, readCoverAt } from '../persistence/draft.ts';
import { readHead } from '../persistence/head.ts';
import { readChain } from '../persistence/journal.ts';
import { agendas, type RegistryKey } from '../persistence/keys.ts';
import { commit } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

/** An upload form that was given out in the draft's last moment must have run out too. */
const graceMs = (uploadSeconds + 300) * 1000;

/**
 * Takes away the drafts whose time is over, with the files that only they knew of. They lie on an agenda of their own
 * and not under the store's own expiry, which would take the draft and leave its files behind.
 * @returns how many went.
 */
export async function forgetDrafts(
  system: System,
  removeObject: RemoveObject,
  log: Log,
  mayGoOn: () => boolean,
): Promise<number> {
  const until = new Date(Date.parse(system.now()) - graceMs).toISOString();
  let forgotten = 0;
  for await (const keys of appointments(system.tables, agendas.drafts, until)) {
    for (const key of keys) {
      if (!mayGoOn()) return forgotten;
      try {
        if (await forgetDraft(system, removeObject, key, until)) forgotten += 1;
      } catch (error) {
        // It stays on the agenda for the next run, and does not hold up the others.
        log('error', { function: 'clock', draft: key.sk, ...traceOf(error) });
      }
    }
  }
  return forgotten;
}

/**
 * The draft goes last: until then it is on the agenda, and whoever comes after a crash goes on. Nobody can read it
 * any more, so nobody misses a file meanwhile.
 */
async function forgetDraft(
  system: System,
  removeObject: RemoveObject,
  key: RegistryKey,
  until: string,
): Promise<boolean> {
  const { tables } = system;
  const found = await readCoverAt(tables, key);
  // The index runs a moment behind: it may have been written in, or be gone.
  if (found === undefined || found.wake > until) return false;
  const { cover } = found;
  const neverFiled = cover.report === undefined && (await readHead(tables, cover.caseId)) === undefined;
  await concurrently(await filesOf(system, cover, neverFiled), async ({ caseId, id }) => {
    await removeObject(documentObjectKey(caseId, id));
    await deleteDocument(tables, caseId, id);
  });
  const owners = new Set([cover.applicant, cover.filedBy ?? cover.applicant]);
  const removed = await commit(tables, [
    draftRemoval(tables, cover),
    ...(neverFiled ? [...owners].map((owner) => pointerRemoval(tables, owner, cover)) : []),
  ]);
  return removed.ok;
}

/**
 * Of an application that was never handed in, all; of a report, what was never handed in with one. What was put into
 * a correction stays: the case knows of it.
 */
async function filesOf(
  system: System,
  { caseId, programme: pinned, report }: DraftCover,
  neverFiled: boolean,
): Promise<readonly StoredDocument[]> {
  const { tables } = system;
  if (neverFiled) return readDocuments(tables, caseId);
  if (report === undefined) return [];
  const { programme } = await pinnedProgramme(system, pinned);
  const slots = reportSlots(programme, report.obligation);
  if (slots.length === 0) return [];
  const handedIn = reportedDocuments(await readChain(tables, caseId));
  return (await readDocuments(tables, caseId)).filter(
    ({ id, slot, round }) =>
      round === report.round && !handedIn.has(id) && slots.some((one) => one.id === slot),
  );
}
