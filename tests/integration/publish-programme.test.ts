import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChain } from '../../functions/persistence/journal.ts';
import { programmeChain } from '../../functions/persistence/keys.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type InProcess, person, startCounty } from '../support/in-process.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { dump } from '../support/table-dump.ts';

let county: InProcess;
beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.stop());

const officer = () => county.as(person('policy-officer'));
const applicant = () => county.as(person('applicant-gloves'));
const params = { programmeId: 'startup-grant' };
const publish = (document: unknown) => officer()('publishProgramme', { body: { document } });

/** The next version, with half the cap. */
const halved = (version: number, more: Partial<Programme> = {}): Programme => ({
  ...startupGrant,
  version,
  parameters: startupGrant.parameters.map((parameter) =>
    parameter.name === 'grantCap' ? { ...parameter, value: 5_000_000 } : parameter,
  ),
  ...more,
});

test('a new version leaves applications under the old one alone', async () => {
  const caseId = await fillIn(applicant(), 'startup-grant', gloveMakerGrant());
  const draftId = await fillIn(applicant(), 'startup-grant', { ...gloveMakerGrant(), site: '新厂房' });
  await submit(applicant(), caseId);
  const clerk = county.as(person('chengguan-reviewer-1'));
  const before = await clerk('getCase', { params: { caseId } });

  const published = await publish(halved(2));
  expect(published).toMatchObject({ programmeId: 'startup-grant', version: 2 });
  expect((await applicant()('getProgramme', { params })).programme.version).toBe(2);
  expect(await clerk('getCase', { params: { caseId } })).toEqual(before);
  expect(before.explanation.amount).toBe(10_000_000);
  // A draft begun under the old version is handed in under it.
  await submit(applicant(), draftId);
  expect((await applicant()('getApplication', { params: { caseId: draftId } })).programme.version).toBe(1);
  const next = await fillIn(applicant(), 'startup-grant', { ...gloveMakerGrant(), site: '第三处' });
  const { explanation } = await applicant()('checkDraft', { params: { caseId: next } });
  expect(explanation?.amount).toBe(5_000_000);
});

test('the journal says who published what', async () => {
  const chain = await readChain(county.tables, programmeChain('startup-grant'));
  const { items } = await officer()('listProgrammeVersions', { params });
  expect(new Set(items.map(({ publisherName }) => publisherName))).toEqual(new Set(['曹雪莲']));
  expect(chain.map(({ type, seq, actor, data }) => [type, seq, actor.id, data.hash])).toEqual(
    items.toReversed().map(({ version, hash }) => ['programme-published', version, 'policy-officer', hash]),
  );
});

test('a version that is not the next one, or does not pass its checks, is not published', async () => {
  const before = await dump(county.tables);
  expect(await codeOf(publish(halved(2, { effectiveFrom: '2026-12-01' })))).toBe('programme-version-exists');
  expect(await codeOf(publish(halved(9)))).toBe('programme-version-exists');
  const broken = halved(3, { terms: [{ ...startupGrant.terms[0]!, expression: 'nothing +' }] });
  const problem = await problemOf(publish(broken));
  expect([problem.status, problem.code]).toEqual([422, 'programme-invalid']);
  expect(await officer()('checkProgramme', { body: { document: broken } })).toMatchObject({
    ok: false,
    errors: problem.errors,
  });
  expect(await dump(county.tables)).toEqual(before);
});

test('the same document sent again, because the answer got lost, gets the same answer and no second event', async () => {
  const before = await dump(county.tables);
  expect(await publish(halved(2))).toMatchObject({ version: 2, publishedAt: '2026-11-23T02:00:00.000Z' });
  expect(await dump(county.tables)).toEqual(before);
});

test('two who publish the same version at once: one has', async () => {
  const another = halved(3, { effectiveFrom: '2026-02-01' });
  const outcomes = await Promise.allSettled([publish(halved(3)), publish(another)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a version that takes effect later is not in force yet', async () => {
  await publish(halved(4, { effectiveFrom: '2027-01-01' }));
  expect((await applicant()('getProgramme', { params })).programme.version).toBe(3);
  county.clock.now = '2027-01-04T02:00:00.000Z';
  expect((await applicant()('getProgramme', { params })).programme.version).toBe(4);
});
