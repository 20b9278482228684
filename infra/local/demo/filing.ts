import { randomUUID } from 'node:crypto';
import type { Call } from '../../../shared/api/client.ts';
import type { CourseRef } from '../../../shared/courses/course.ts';
import type { Answers } from '../../../shared/forms/answers.ts';

/** What the portal does when somebody applies, as calls: for demo data and for tests that need a case. */

type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** Posts a file straight to the object store. Throws with the store's answer when it refuses. */
export async function postFile({ url, fields }: UploadForm, file: Blob): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  const answer = await fetch(url, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`the store answered ${answer.status}: ${await answer.text()}`);
}

/** Uploads one file and has it looked at; answers its document id. */
export async function upload(
  call: Call,
  caseId: string,
  slot: string,
  name: string,
  file: Blob,
): Promise<string> {
  const { documentId, ...form } = await call('requestUpload', {
    params: { caseId },
    body: { slot, name, type: file.type, size: file.size },
  });
  await postFile(form, file);
  await call('confirmUpload', { params: { caseId, documentId } });
  return documentId;
}

/**
 * Starts a draft, fills it in and uploads every document the form still asks for; all but handing it in.
 * Throws with the first errors when the answers do not pass.
 * @param paper makes the file for a slot.
 * @param course the planned course it is started from.
 */
export async function fillIn(
  call: Call,
  programmeId: string,
  answers: Answers,
  paper: (slot: string) => { readonly name: string; readonly file: Blob },
  course?: CourseRef,
): Promise<string> {
  const { caseId, programme, draftVersion } = await call('startApplication', {
    body: { commandId: randomUUID(), programmeId, ...(course && { course }) },
  });
  const published = await call('getProgramme', {
    params: { programmeId },
    query: { version: programme.version },
  });
  const save = (version: number, all: Answers) =>
    call('saveDraft', { params: { caseId }, body: { draftVersion: version, answers: { ...all } } });

  const first = await save(draftVersion, answers);
  const asked = new Set(first.errors.map(({ path }) => path));
  const documents: Record<string, readonly string[]> = {};
  for (const field of published.programme.form.sections.flatMap(({ fields }) => fields)) {
    if (field.type !== 'document' || !asked.has(`/${field.id}`)) continue;
    const { name, file } = paper(field.slot);
    documents[field.id] = [await upload(call, caseId, field.slot, name, file)];
  }
  const second = await save(first.draftVersion, { ...answers, ...documents });
  if (second.errors.length > 0) throw new Error(JSON.stringify(second.errors.slice(0, 3)));
  return caseId;
}

/** Hands a filled-in draft in. */
export async function submit(call: Call, caseId: string): Promise<void> {
  const { programme } = await call('getApplication', { params: { caseId } });
  const published = await call('getProgramme', {
    params: { programmeId: programme.id },
    query: { version: programme.version },
  });
  const { version } = published.programme.declaration;
  await call('actOnApplication', {
    params: { caseId },
    body: {
      commandId: randomUUID(),
      version: 0,
      command: { type: 'submit', declaration: { version, agreed: true } },
    },
  });
}
