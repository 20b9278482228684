import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gloveMakerGrant, gloveMakerRainDew } from '../../infra/local/demo/glove-maker.ts';
import { type Problem, ProblemSchema } from '../../shared/api/errors.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { pdf, post } from '../support/paperwork.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { act } from '../support/reviewing.ts';
import { dump } from '../support/table-dump.ts';

/** Whatever is sent, the answer is a problem of the catalogue, and both tables are as they were. */
let county: InProcess;
let applicant: Caller;
let draftId: string;
let caseId: string;
const grant = gloveMakerGrant();

beforeAll(async () => {
  county = await startCounty();
  applicant = county.as(person('applicant-gloves'));
  caseId = await fillIn(applicant, 'startup-grant', grant);
  await submit(applicant, caseId);
  draftId = await fillIn(applicant, 'training-subsidy', gloveMakerRainDew());
});
afterAll(() => county.stop());

const nothingWritten = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = await dump(county.tables);
  const result = await work();
  expect(await dump(county.tables)).toEqual(before);
  return result;
};

const send = async (path: string, body: string, headers: Record<string, string> = {}): Promise<Problem> => {
  const answer = await county.raw(person('applicant-gloves'))(path, {
    method: path.endsWith('/draft') ? 'PUT' : 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = ProblemSchema.parse(await answer.json());
  expect(answer.status).toBe(problem.status);
  return problem;
};
const draftPath = () => `/api/applications/${draftId}/draft`;
const draftBody = (answers: unknown, more: object = {}) =>
  JSON.stringify({ draftVersion: 3, answers, ...more });
const fieldCodes = ({ errors = [] }: Problem) => errors.map(({ path, code }) => [path, code]);

test.each([
  ['cut off', '{"draftVersion":3,"answers":{'],
  ['not JSON at all', 'draftVersion=3'],
  ['two documents', '{}{}'],
])('malformed JSON: %s', async (_, body) => {
  expect(await nothingWritten(() => send(draftPath(), body))).toMatchObject({
    status: 400,
    code: 'malformed-json',
  });
});

test('a body of 2 MB', async () => {
  const body = draftBody({ plan: 'x'.repeat(2_000_000) });
  expect(await nothingWritten(() => send(draftPath(), body))).toMatchObject({
    status: 413,
    code: 'body-too-large',
    params: { limitKb: 1000 },
  });
});

test('a form in place of JSON', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await nothingWritten(() => send(draftPath(), '{}', headers))).toMatchObject({
    status: 415,
    code: 'unsupported-media-type',
  });
});

test.each([
  ['nested too deeply', `{"draftVersion":3,"answers":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`],
  ['half a surrogate pair', '{"draftVersion":3,"answers":{"industry":"\\ud83d"}}'],
  ['a name that is no name', '{"draftVersion":3,"answers":{"__proto__":{"x":1}}}'],
])('JSON that cannot be kept: %s', async (_, body) => {
  const problem = await nothingWritten(() => send(draftPath(), body));
  expect([problem.code, fieldCodes(problem)]).toEqual(['invalid-input', [['', 'not-plain']]]);
});

test.each<[string, string, [string, string][]]>([
  ['an unknown field beside the answers', draftBody({}, { admin: true }), [['/admin', 'unknown-field']]],
  ['an unknown answer', draftBody({ salary: 1 }), [['/salary', 'unknown-field']]],
  ['an answer of the wrong type', draftBody({ hours: 'many' }), [['/hours', 'wrong-type']]],
  ['a fraction where fen are counted', draftBody({ probationWage: 0.5 }), [['/probationWage', 'wrong-type']]],
  ['a missing version', JSON.stringify({ answers: {} }), [['/draftVersion', 'required']]],
  [
    'a version of the wrong type',
    JSON.stringify({ draftVersion: '3', answers: {} }),
    [['/draftVersion', 'wrong-type']],
  ],
  [
    'a table cell of the wrong type',
    draftBody({ trainees: [{ name: '王小丽', attendance: [] }] }),
    [['/trainees/0/attendance', 'wrong-type']],
  ],
])('a draft with %s', async (_, body, expected) => {
  const problem = await nothingWritten(() => send(draftPath(), body));
  expect([problem.status, problem.code, fieldCodes(problem)]).toEqual([400, 'invalid-input', expected]);
  expect(problem.errors?.every(({ message }) => message.zh && message.en)).toBe(true);
});

test('rows past the limit', async () => {
  const rows = Array.from({ length: 501 }, () => ({ name: '王小丽' }));
  const problem = await nothingWritten(() => send(draftPath(), draftBody({ trainees: rows })));
  expect([problem.code, fieldCodes(problem)]).toEqual(['invalid-input', [['/trainees', 'too-many-rows']]]);
});

test.each<[string, object, [string, string]]>([
  [
    'a credit code whose check character is wrong',
    { creditCode: '91310115MA1G4L1WXK' },
    ['/creditCode', 'credit-code-check'],
  ],
  [
    'a resident ID whose check digit is wrong',
    { legalRepresentativeId: '110105194912310021' },
    ['/legalRepresentativeId', 'resident-id-check'],
  ],
  [
    'a resident ID with an impossible birthday',
    { legalRepresentativeId: '610926190002290010' },
    ['/legalRepresentativeId', 'resident-id-birth-date'],
  ],
  ['an impossible date', { startsOn: '2026-02-30' }, ['/startsOn', 'not-a-date']],
])('handing in %s', async (_, wrong, expected) => {
  const { answers, draftVersion } = await applicant('getApplication', { params: { caseId: draftId } });
  // A draft may be wrong: it is kept, and the fault pointed out.
  const saved = await applicant('saveDraft', {
    params: { caseId: draftId },
    body: { draftVersion, answers: { ...answers, ...wrong } },
  });
  expect(saved.errors.map(({ path, code }) => [path, code])).toContainEqual(expected);
  const problem = await nothingWritten(() => problemOf(submit(applicant, draftId)));
  expect([problem.status, problem.code]).toEqual([400, 'invalid-input']);
  expect(fieldCodes(problem)).toContainEqual(expected);
  await applicant('saveDraft', {
    params: { caseId: draftId },
    body: { draftVersion: saved.draftVersion, answers },
  });
});

test('another applicant’s case or draft is not there, whatever is asked of it', async () => {
  const stranger = county.as(person('applicant-toys'));
  for (const id of [caseId, draftId]) {
    const params = { caseId: id };
    const document = { caseId: id, documentId: randomUUID() };
    const codes = await nothingWritten(() =>
      Promise.all([
        codeOf(stranger('getApplication', { params })),
        codeOf(stranger('saveDraft', { params, body: { draftVersion: 1, answers: {} } })),
        codeOf(stranger('discardDraft', { params })),
        codeOf(stranger('checkDraft', { params })),
        codeOf(
          stranger('actOnApplication', {
            params,
            body: { commandId: randomUUID(), version: 1, command: { type: 'withdraw' } },
          }),
        ),
        codeOf(
          stranger('requestUpload', {
            params,
            body: { slot: 'licence', name: 'a.pdf', type: 'application/pdf', size: 1 },
          }),
        ),
        codeOf(stranger('confirmUpload', { params: document })),
        codeOf(stranger('removeDocument', { params: document })),
        codeOf(stranger('documentLink', { params: document })),
      ]),
    );
    expect(new Set(codes)).toEqual(new Set(['case-not-found']));
  }
});

test('an officer of another town does not find the case', async () => {
  const elsewhere = county.as(person('guangfo-reviewer-1'));
  const body = { commandId: randomUUID(), version: 1, command: { type: 'claim' } } as const;
  expect(
    await nothingWritten(async () => [
      await codeOf(elsewhere('getCase', { params: { caseId } })),
      await codeOf(elsewhere('actOnCase', { params: { caseId }, body })),
    ]),
  ).toEqual(['case-not-found', 'case-not-found']);
});

test('an action the state forbids says what is possible instead', async () => {
  const town = county.as(person('chengguan-reviewer-1'));
  const problem = await nothingWritten(() => problemOf(act(town, caseId, { type: 'confirm-visit' })));
  expect(problem).toMatchObject({
    status: 409,
    code: 'action-not-allowed',
    params: { status: 'under-review' },
  });
  expect(problem.allowed).toContain('claim');
});

test('a draft that was handed in is no draft any more', async () => {
  const params = { caseId };
  expect(
    await nothingWritten(async () => [
      await codeOf(applicant('saveDraft', { params, body: { draftVersion: 2, answers: {} } })),
      await codeOf(applicant('discardDraft', { params })),
    ]),
  ).toEqual(['action-not-allowed', 'action-not-allowed']);
});

test('a stale version of a case is refused with the state as it is', async () => {
  const town = county.as(person('chengguan-reviewer-1'));
  const body = { commandId: randomUUID(), version: 7, command: { type: 'claim' } } as const;
  const problem = await nothingWritten(() => problemOf(town('actOnCase', { params: { caseId }, body })));
  expect(problem).toMatchObject({
    status: 412,
    code: 'stale-version',
    current: { caseId, version: 1, status: 'under-review', stage: 'acceptance' },
  });
});

test('a stale version of a draft is refused with the draft as it is', async () => {
  const { draftVersion, answers } = await applicant('getApplication', { params: { caseId: draftId } });
  const late = { params: { caseId: draftId }, body: { draftVersion: draftVersion - 1, answers: {} } };
  const problem = await nothingWritten(() => problemOf(applicant('saveDraft', late)));
  expect(problem).toMatchObject({ status: 412, code: 'stale-version', current: { draftVersion, answers } });
});

test('a command id that belongs to another act', async () => {
  const town = county.as(person('chengguan-reviewer-1'));
  const commandId = randomUUID();
  await act(town, caseId, { type: 'claim' }, commandId);
  expect(
    await nothingWritten(async () => [
      await codeOf(act(town, caseId, { type: 'release' }, commandId)),
      await codeOf(
        town('actOnCase', {
          params: { caseId },
          body: { commandId, version: 1, command: { type: 'release' } },
        }),
      ),
      await codeOf(
        applicant('startApplication', { body: { commandId: draftCommand, programmeId: 'startup-grant' } }),
      ),
    ]),
  ).toEqual(['command-id-reused', 'command-id-reused', 'command-id-reused']);
});
const draftCommand = randomUUID();
beforeAll(async () => {
  await applicant('startApplication', {
    body: { commandId: draftCommand, programmeId: 'town-cash-support' },
  });
});

test.each([
  ['an unknown command', { type: 'bribe' }, [['/command/type', 'not-a-choice']]],
  ['a command with an unknown member', { type: 'claim', for: 'me' }, [['/command/for', 'unknown-field']]],
  [
    'an amount below nothing',
    { type: 'approve', amount: -1, reason: '同意。', checklist: [] },
    [['/command/amount', 'too-small']],
  ],
  [
    'a visit on an impossible day',
    { type: 'record-visit', visitedOn: '2026-02-30', findings: '属实。', agreesWithApplication: true },
    [['/command/visitedOn', 'not-a-date']],
  ],
])('%s', async (_, command, expected) => {
  const answer = await nothingWritten(() =>
    county.raw(person('chengguan-reviewer-1'))(`/api/cases/${caseId}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: randomUUID(), version: 2, command }),
    }),
  );
  const problem = ProblemSchema.parse(await answer.json());
  expect([problem.code, fieldCodes(problem)]).toEqual(['invalid-input', expected]);
});

test('documents of a type or size that the slot does not take, or for no slot at all', async () => {
  const ask = (slot: string, type: string, size: number) =>
    codeOf(
      applicant('requestUpload', { params: { caseId: draftId }, body: { slot, name: 'a', type, size } }),
    );
  expect(
    await nothingWritten(async () => [
      await ask('licence', 'application/x-msdownload', 100),
      await ask('licence', 'application/pdf', 50_000_000),
      await ask('passport', 'application/pdf', 100),
    ]),
  ).toEqual(['document-type-not-accepted', 'document-too-large', 'not-found']);
});

test.each<[string, Blob, string]>([
  [
    'a program that calls itself a PDF',
    new Blob(['MZ\u0090\0\u0003'], { type: 'application/pdf' }),
    'document-type-not-accepted',
  ],
  [
    'a picture that calls itself a PDF',
    new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], { type: 'application/pdf' }),
    'document-type-not-accepted',
  ],
  [
    'a file every scanner refuses',
    pdf(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`),
    'document-refused',
  ],
  ['a PDF that runs a script', pdf('/OpenAction << /S /JavaScript >>'), 'document-refused'],
])('%s is looked through and leaves no trace', async (_, file, code) => {
  await nothingWritten(async () => {
    const form = await applicant('requestUpload', {
      params: { caseId: draftId },
      body: { slot: 'bankProof', name: 'a.pdf', type: file.type, size: file.size },
    });
    const params = { caseId: draftId, documentId: form.documentId };
    expect(await codeOf(applicant('confirmUpload', { params }))).toBe('document-not-uploaded');
    await post(form, file);
    expect(await codeOf(applicant('confirmUpload', { params }))).toBe(code);
    expect(await codeOf(applicant('documentLink', { params }))).toBe('document-not-found');
  });
});

test('the store itself refuses a file of another size than announced', async () => {
  const form = await applicant('requestUpload', {
    params: { caseId: draftId },
    body: { slot: 'bankProof', name: 'a.pdf', type: 'application/pdf', size: 10 },
  });
  await expect(post(form, pdf('much longer than announced'))).rejects.toThrow('the store answered 400');
});

test('a file written over after it was looked at is not opened any more', async () => {
  const params = { caseId: draftId };
  const first = pdf('looked at');
  const form = await applicant('requestUpload', {
    params,
    body: { slot: 'bankProof', name: 'a.pdf', type: first.type, size: first.size },
  });
  await post(form, first);
  const document = { caseId: draftId, documentId: form.documentId };
  await applicant('confirmUpload', { params: document });
  const { url } = await applicant('documentLink', { params: document });
  expect(await (await fetch(url)).text()).toBe(await first.text());
  await post(form, pdf('put there'));
  expect(await codeOf(applicant('documentLink', { params: document }))).toBe('document-refused');
});

test('addresses and cursors that name nothing', async () => {
  const answer = await county.raw(person('applicant-gloves'))('/api/applications/PL-1');
  expect(ProblemSchema.parse(await answer.json())).toMatchObject({ status: 404, code: 'not-found' });
  expect(await codeOf(applicant('listApplications', { query: { cursor: 'nonsense' } }))).toBe(
    'invalid-cursor',
  );
  expect(await codeOf(applicant('getProgramme', { params: { programmeId: 'no-such' } }))).toBe(
    'programme-not-found',
  );
});

test('logs carry ids and codes, nothing of what was sent or of whom', () => {
  const text = JSON.stringify(county.logged);
  expect(county.logged.every(({ requestId, route, status }) => requestId && route && status)).toBe(true);
  const names = ['enterpriseName', 'creditCode', 'legalRepresentative', 'legalRepresentativeId', 'mobile'];
  for (const value of [...names.map((name) => grant[name]), 'applicant-gloves']) {
    expect(text).not.toContain(String(value));
  }
});
