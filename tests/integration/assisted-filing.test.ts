import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { upload } from '../support/paperwork.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { act } from '../support/reviewing.ts';

/** 帮办代办: an officer fills in and files for an applicant on recorded authority. */
let county: InProcess;
let helper: Caller;
let caseId: string;
beforeAll(async () => {
  county = await startCounty();
  helper = county.as(person('chengguan-reviewer-1'));
  const onBehalfOf = { applicant: 'applicant-gloves', authority: '企业负责人书面委托' };
  const body = { commandId: randomUUID(), programmeId: 'startup-grant', onBehalfOf };
  ({ caseId } = await helper('startApplication', { body }));
});
afterAll(() => county.stop());

test('an officer starts none in their own name, nor an applicant in another’s', async () => {
  const own = { commandId: randomUUID(), programmeId: 'startup-grant' };
  expect(await codeOf(helper('startApplication', { body: own }))).toBe('not-permitted');
  const anothers = { ...own, onBehalfOf: { applicant: 'applicant-gloves', authority: '受托' } };
  expect(await codeOf(county.as(person('applicant-toys'))('startApplication', { body: anothers }))).toBe(
    'not-permitted',
  );
});

test('both the applicant and the officer find it in their list', async () => {
  for (const id of ['applicant-gloves', 'chengguan-reviewer-1']) {
    const { items } = await county.as(person(id))('listApplications');
    expect(items.map((row) => row.caseId)).toContain(caseId);
  }
});

test('it is handed in only with the applicant’s authority among the documents', async () => {
  const params = { caseId };
  const answers: Record<string, unknown> = { ...gloveMakerGrant() };
  const { errors, draftVersion } = await helper('saveDraft', { params, body: { draftVersion: 1, answers } });
  for (const { path } of errors) answers[path.slice(1)] = [await upload(helper, caseId, path.slice(1))];
  await helper('saveDraft', { params, body: { draftVersion, answers } });
  const problem = await problemOf(submit(helper, caseId));
  expect(problem.errors?.map(({ path }) => path)).toEqual(['/authority']);

  await upload(helper, caseId, 'authority');
  expect(await submit(helper, caseId)).toMatchObject({ status: 'under-review' });
  const page = await county.as(person('applicant-gloves'))('getApplication', { params });
  expect(page).toMatchObject({ onBehalf: true, status: 'under-review' });
});

test('whoever filed it does not review it', async () => {
  expect(await codeOf(act(helper, caseId, { type: 'claim' }))).toBe('conflict-of-interest');
  await act(county.as(person('chengguan-reviewer-2')), caseId, { type: 'claim' });
});
