import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentScanner, signatureScanner } from '../../functions/documents/scanner.ts';
import { grantOf } from '../support/county-acts.ts';
import { fillIn, submit } from '../support/filing.ts';
import { furnish, type InProcess, person, startInProcess } from '../support/in-process.ts';
import { pdf, post } from '../support/paperwork.ts';
import { codeOf, problemOf } from '../support/refusal.ts';

/** What an applicant could try with a form for an upload, besides what the store and bad-input tests refuse. */
let scan: DocumentScanner = signatureScanner;
let county: InProcess;
let mine: string;
let theirs: string;
const applicant = () => county.as(person('applicant-gloves'));
const another = () => county.as(person('applicant-toys'));
beforeAll(async () => {
  county = await startInProcess({ scan: (key, file) => scan(key, file) });
  await furnish(county);
  const start = { programmeId: 'startup-grant' };
  mine = (await applicant()('startApplication', { body: { commandId: crypto.randomUUID(), ...start } }))
    .caseId;
  theirs = (await another()('startApplication', { body: { commandId: crypto.randomUUID(), ...start } }))
    .caseId;
});
afterAll(() => county.stop());

const askFor = (caseId: string, call: ReturnType<typeof applicant>, file: Blob, name = 'a.pdf') =>
  call('requestUpload', {
    params: { caseId },
    body: { slot: 'licence', name, type: file.type, size: file.size },
  });

test('a form used again after the file was looked at: what was written over it is never opened', async () => {
  const call = applicant();
  const harmless = pdf('harmless');
  const form = await askFor(mine, call, harmless);
  const params = { caseId: mine, documentId: form.documentId };
  await post(form, harmless);
  await call('confirmUpload', { params });
  const { url } = await call('documentLink', { params });
  expect(await (await fetch(url)).text()).toBe(await harmless.text());

  await post(form, pdf('harmfull'));
  const after = await call('documentLink', { params }).then(
    async (link) => (await fetch(link.url)).text(),
    (error: { problem: { code: string } }) => error.problem.code,
  );
  expect([await harmless.text(), 'document-refused']).toContain(after);
  await call('removeDocument', { params });
});

test('a document of somebody else’s case is nobody’s in mine', async () => {
  const file = pdf('theirs');
  const form = await askFor(theirs, another(), file);
  await post(form, file);
  const inMine = { params: { caseId: mine, documentId: form.documentId } };
  const inTheirs = { params: { caseId: theirs, documentId: form.documentId } };
  expect(await codeOf(applicant()('confirmUpload', inMine))).toBe('document-not-found');
  expect(await codeOf(applicant()('documentLink', inMine))).toBe('document-not-found');
  expect(await codeOf(applicant()('removeDocument', inMine))).toBe('document-not-found');
  expect(await codeOf(applicant()('confirmUpload', inTheirs))).toBe('case-not-found');
  expect(await codeOf(applicant()('documentLink', inTheirs))).toBe('case-not-found');
  await another()('confirmUpload', inTheirs);
});

test('an answer that names somebody else’s document is no answer', async () => {
  const file = pdf('theirs again');
  const form = await askFor(theirs, another(), file);
  await post(form, file);
  await another()('confirmUpload', { params: { caseId: theirs, documentId: form.documentId } });
  const { draftVersion } = await applicant()('getApplication', { params: { caseId: mine } });
  const { errors } = await applicant()('saveDraft', {
    params: { caseId: mine },
    body: { draftVersion, answers: { ...grantOf(1), licence: [form.documentId] } },
  });
  expect(errors.filter(({ path }) => path.startsWith('/licence'))).not.toEqual([]);
});

test.each([
  '../../../etc/passwd',
  'C:\\evil.pdf',
  'a.pdf\r\nSet-Cookie: x=1',
  '执照.pdf\u202Efdp.exe',
  "'; filename=x",
])('the name %j is only a name: no key, no header', async (name) => {
  const call = applicant();
  const file = pdf('named');
  const form = await askFor(mine, call, file, name);
  expect(form.fields.key).toBe(`documents/${mine}/${form.documentId}`);
  await post(form, file);
  const params = { caseId: mine, documentId: form.documentId };
  await call('confirmUpload', { params });
  const opened = await fetch((await call('documentLink', { params })).url);
  expect(opened.headers.get('set-cookie')).toBeNull();
  expect(opened.headers.get('content-type')).toBe('application/pdf');
  const disposition = opened.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^inline; filename\*=UTF-8''[!-~]*$/);
  expect(decodeURIComponent(disposition.slice("inline; filename*=UTF-8''".length))).toBe(name);
  await call('removeDocument', { params });
});

test.each([
  ['a page before a PDF', '<html><script>alert(1)</script>%PDF-1.4'],
  ['a script before a PDF', '/*%PDF-1.4*/alert(1)'],
  ['a picture of vectors with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a ZIP before a PDF', 'PK\u0003\u0004%PDF-1.4'],
])('%s is not taken for a PDF', async (_, content) => {
  const call = applicant();
  const file = new Blob([content], { type: 'application/pdf' });
  const form = await askFor(mine, call, file);
  await post(form, file);
  const params = { caseId: mine, documentId: form.documentId };
  expect(await codeOf(call('confirmUpload', { params }))).toBe('document-type-not-accepted');
  expect(await codeOf(call('documentLink', { params }))).toBe('document-not-found');
});

test('a PDF that is a page too is opened as a PDF only', async () => {
  const call = applicant();
  const file = new Blob(['%PDF-1.4\n<script>alert(1)</script>\n%%EOF'], { type: 'application/pdf' });
  const form = await askFor(mine, call, file);
  await post(form, file);
  const params = { caseId: mine, documentId: form.documentId };
  await call('confirmUpload', { params });
  const opened = await fetch((await call('documentLink', { params })).url);
  expect(opened.headers.get('content-type')).toBe('application/pdf');
});

test('no more files than a slot takes', async () => {
  const call = applicant();
  let count = 0;
  const one = async () => {
    count += 1;
    const file = pdf(`page ${count}`);
    const form = await askFor(mine, call, file);
    await post(form, file);
    await call('confirmUpload', { params: { caseId: mine, documentId: form.documentId } });
  };
  const refused = await problemOf(
    (async () => {
      while (count < 30) await one();
    })(),
  );
  const limit = refused.params?.limit;
  expect(refused).toMatchObject({
    code: 'too-many-documents',
    status: 409,
    message: {
      zh: `此项材料最多 ${limit} 份文件。`,
      en: `At most ${limit} files are accepted for this document.`,
    },
  });
  const { documents } = await call('getApplication', { params: { caseId: mine } });
  expect(documents.filter(({ slot }) => slot === 'licence')).toHaveLength(Number(limit));
});

test('what the scanner has not yet looked at is neither opened nor handed in', async () => {
  const call = applicant();
  scan = async () => 'pending';
  const caseId = await fillIn(call, 'startup-grant', grantOf(2));
  scan = signatureScanner;
  const { documents } = await call('getApplication', { params: { caseId } });
  const params = { caseId, documentId: documents[0]?.id ?? '' };
  expect(await codeOf(call('documentLink', { params }))).toBe('document-pending');
  expect(await codeOf(submit(call, caseId))).toBe('document-pending');
  expect((await call('getApplication', { params: { caseId } })).status).toBe('draft');

  for (const { id } of documents) await call('confirmUpload', { params: { caseId, documentId: id } });
  await call('documentLink', { params });
  expect((await submit(call, caseId)).status).toBe('under-review');
});
