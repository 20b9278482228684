import type { Caller } from './in-process.ts';

/** Files that are what they say. */
export const pdf = (text = 'a document'): Blob =>
  new Blob([`%PDF-1.4\n${text}\n%%EOF`], { type: 'application/pdf' });

/** Uploads one file as the browser does: asks for a form, posts to the store, has it looked at. */
export async function upload(
  call: Caller,
  caseId: string,
  slot: string,
  file: Blob = pdf(slot),
): Promise<string> {
  const form = await call('requestUpload', {
    params: { caseId },
    body: { slot, name: `${slot}.pdf`, type: file.type, size: file.size },
  });
  await post(form, file);
  await call('confirmUpload', { params: { caseId, documentId: form.documentId } });
  return form.documentId;
}

export async function post(
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  file: Blob,
): Promise<Response> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('file', file);
  const answer = await fetch(url, { method: 'POST', body: data });
  if (!answer.ok) throw new Error(`the store said ${answer.status}: ${await answer.text()}`);
  return answer;
}
