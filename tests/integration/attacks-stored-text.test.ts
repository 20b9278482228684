import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from '../../shared/api/security-headers.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { applicationActs, grantOf } from '../support/county-acts.ts';
import { type InProcess, person, startCounty } from '../support/in-process.ts';
import { act } from '../support/reviewing.ts';

/** Script typed wherever text can be typed: it comes back as the characters it is, and never as a page. */
const script = '<script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}';

let county: InProcess;
let caseId: string;
const applicant = () => county.as(person('applicant-gloves'));
const clerk = () => county.as(person('chengguan-reviewer-1'));
beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.stop());

const textFields = startupGrant.form.sections
  .flatMap(({ fields }) => fields)
  .filter(({ type, visibleWhen }) => type === 'text' && visibleWhen === undefined);

test('in every text field of a form', async () => {
  expect(textFields.length).toBeGreaterThan(2);
  const draft = await applicant()('startApplication', {
    body: { commandId: crypto.randomUUID(), programmeId: 'startup-grant' },
  });
  caseId = draft.caseId;
  const answers = Object.fromEntries(textFields.map(({ id }) => [id, script.slice(0, 40)]));
  await applicant()('saveDraft', { params: { caseId }, body: { draftVersion: draft.draftVersion, answers } });
  const read = await applicant()('getApplication', { params: { caseId } });
  expect(read.answers).toEqual(answers);
});

test('in the reasons of officials and applicants, and in the letters made of them', async () => {
  for await (const { name, send, chain } of applicationActs(county, 1, 'in-notice')) {
    await send();
    if (name !== 'claim' || chain === undefined) continue;
    caseId = chain;
    break;
  }
  await act(clerk(), caseId, {
    type: 'return-for-correction',
    items: [{ path: '/site', reason: script }],
  });
  const mine = await applicant()('getApplication', { params: { caseId } });
  expect(JSON.stringify(mine)).toContain(JSON.stringify(script).slice(1, -1));
  await applicant()('saveDraft', {
    params: { caseId },
    body: { draftVersion: mine.draftVersion, answers: { ...mine.answers, site: '一号厂房 <b>东</b>' } },
  });
  const page = await clerk()('getCase', { params: { caseId } });
  expect(JSON.stringify(page)).toContain(JSON.stringify(script).slice(1, -1));
});

test.each(['/api/applications', '/api/programmes', '/api/no-such', '/api/docs', '/api/openapi.json'])(
  'what the API answers at %s is no page that a browser would guess at',
  async (path) => {
    const answer = await county
      .raw(person('applicant-gloves'))(path)
      .catch(() => undefined);
    if (answer === undefined) return;
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toMatch(/^(application\/(problem\+)?json|text\/html)/);
    if (answer.headers.get('content-type')?.startsWith('text/html')) {
      expect(await answer.text()).not.toContain('<script>alert');
    }
  },
);

test.each([true, false])('the portal runs no script but its own files (https: %s)', (https) => {
  const headers = securityHeaders({ connectTo: ['https://store.example'], https });
  const policy = Object.fromEntries(
    (headers['content-security-policy'] ?? '').split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources];
    }),
  );
  expect(policy['script-src']).toEqual(["'self'"]);
  expect(policy['default-src']).toEqual(["'none'"]);
  expect(policy['object-src'] ?? policy['default-src']).toEqual(["'none'"]);
  expect(policy['base-uri']).toEqual(["'none'"]);
  expect(policy['frame-ancestors']).toEqual(["'none'"]);
  expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*/);
});

test('names that mean something to JavaScript are answers like others, or none', async () => {
  const call = county.raw(person('applicant-gloves'));
  const draft = await applicant()('startApplication', {
    body: { commandId: crypto.randomUUID(), programmeId: 'startup-grant' },
  });
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const body = `{"draftVersion":${draft.draftVersion},"answers":{"${name}":{"roles":["auditor"]}}}`;
    const answer = await call(`/api/applications/${draft.caseId}/draft`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([name, answer.status]).toEqual([name, 400]);
  }
  expect(({} as { roles?: unknown }).roles).toBeUndefined();
  expect(Object.keys(grantOf(1))).not.toContain('roles');
});
